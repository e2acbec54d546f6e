// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.access.Gift;
import io.roster.access.Keys;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.access.Start;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The teammates of workspaces. Looking at them and changing them needs {@code teammates.manage}; a realm administrator
 * needs to view or manage the organization, and the user for whatever shows or touches a person.
 */
public final class Members implements Lapsing {

    private final MemberStore store;
    private final WorkspaceStore workspaces;
    private final Roles roles;
    private final Settings settings;
    private final People people;
    private final KnownProjects projects;
    private final Presence presence;
    private final TeammateList list;
    private final Tenures tenures;
    private final Guard guard;
    private final Events events;
    private final Clock clock;

    public Members(
            MemberStore store,
            WorkspaceStore workspaces,
            Roles roles,
            Settings settings,
            People people,
            Sessions sessions,
            Memberships memberships,
            KnownProjects projects,
            List<Belonging> belongings,
            Guard guard,
            Events events,
            Clock clock) {
        this.store = store;
        this.workspaces = workspaces;
        this.roles = roles;
        this.settings = settings;
        this.people = people;
        this.projects = projects;
        this.presence = new Presence(store, workspaces, sessions, memberships, belongings, events, clock);
        this.list = new TeammateList(store, people, guard, clock);
        this.tenures = new Tenures(store, roles, settings, guard, events, clock);
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The teammates of a workspace whom the query means. Names are read from Keycloak with the page, and what has
     * changed there since the last time is copied, so that the next reading sorts and searches by it.
     *
     * @throws Problem {@code not-found} for an outsider, {@code forbidden} without the permission, or for a search or an
     *     order that would tell an administrator what they may not view; {@code validation} for a role or a team that
     *     isn't one of this workspace, or a cursor of another list
     */
    public Page<Listed> list(Caller caller, Workspace workspace, TeammateQuery query, PageRequest request) {
        guard.requireLooks(caller, workspace, Keys.TEAMMATES_MANAGE);
        query.role().ifPresent(key -> roles.requireKnown(workspace, key));
        query.team().ifPresent(team -> requireTeam(workspace, team));
        Page<Teammate> page = list.page(caller, workspace, query, request);
        return new Page<>(listed(caller, workspace, page.items()), page.next());
    }

    /**
     * One teammate.
     *
     * @throws Problem {@code not-found}, also for somebody of another workspace
     */
    public Listed get(Caller caller, Workspace workspace, UserId user) {
        return listed(caller, workspace, List.of(look(caller, workspace, user))).get(0);
    }

    /** The same without what Keycloak knows of the person, for features that show what a teammate has. */
    public Teammate look(Caller caller, Workspace workspace, UserId user) {
        guard.requireLooks(caller, workspace, Keys.TEAMMATES_MANAGE);
        Teammate teammate = named(workspace, user);
        guard.requireSees(caller, user);
        return teammate;
    }

    /**
     * Gives a teammate another role, for ever or until a moment, from which on they have the one that follows for ever.
     * The next token has it. This is also how a workspace gets its first Admin: a realm administrator gives somebody the
     * role.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code validation} for a role that isn't one of this workspace, or
     *     an end that has passed; {@code ceiling} if what they carry, the new role or the one that follows has more than
     *     the caller, or the caller holds it for a shorter time; {@code last-admin}
     */
    public Listed assignRole(Caller caller, Workspace workspace, UserId user, NewRole role, Expected expected) {
        return assign(caller, workspace, user, role, Source.MANUAL, expected);
    }

    /** The same for ever. */
    public Listed assignRole(Caller caller, Workspace workspace, UserId user, String roleKey, Expected expected) {
        return assignRole(caller, workspace, user, NewRole.lasting(roleKey), expected);
    }

    /** The same as {@link #assignRole}, recording that it came with a realm import. */
    public void importRole(Caller caller, Workspace workspace, UserId user, String roleKey) {
        assign(caller, workspace, user, NewRole.lasting(roleKey), Source.IMPORT, Expected.any());
    }

    /**
     * Says where a teammate starts; what is empty is the workspace's first, and so is a project that they can't open.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code validation} for a project that the workspace doesn't have;
     *     {@code ceiling} if the teammate carries more than the caller
     */
    public Listed start(
            Caller caller,
            Workspace workspace,
            UserId user,
            Optional<String> project,
            Optional<String> environment,
            Expected expected) {
        Teammate teammate = forChange(caller, workspace, user, expected);
        project.filter(key -> !projects.has(workspace, key)).ifPresent(key -> {
            throw Problem.validation("project", "'" + key + "' is the key of no project of this workspace");
        });
        String startsIn = project.orElse(Start.USUAL.project());
        environment.filter(key -> !projects.has(workspace, startsIn, key)).ifPresent(key -> {
            throw Problem.validation(
                    "environment", "'" + key + "' is the key of no environment of the project '" + startsIn + "'");
        });
        Optional<Start> start = project.or(() -> environment.map(key -> Start.USUAL.project()))
                .map(key -> new Start(key, environment.orElse(Start.USUAL.environment())));
        if (!start.equals(teammate.start())) {
            guard.requireBelowCeiling(caller, workspace, guard.carriedBy(workspace, user), List.of());
            store.start(workspace.id(), user, start);
            events.publish(caller, new TeammateStartChanged(workspace, user, teammate.start(), start));
        }
        return listed(caller, workspace, List.of(named(workspace, user))).get(0);
    }

    /**
     * Takes everything from a teammate until they are reactivated; role and all else stay as they are. Whoever is
     * suspended already stays so. Taking away needs no ceiling.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code ceiling} for somebody with
     *     {@code user-permissions.change}, if the caller lacks that; {@code forbidden} for oneself; {@code last-admin}
     */
    public Listed suspend(Caller caller, Workspace workspace, UserId user, Expected expected) {
        Teammate teammate = forChange(caller, workspace, user, expected);
        if (caller instanceof Caller.Person person && person.userId().equals(user.value())) {
            throw Problem.of(
                    ProblemCode.FORBIDDEN,
                    "Nobody suspends themselves, because nobody could undo that for themselves: ask somebody else"
                            + " with " + Keys.TEAMMATES_MANAGE + ", or leave the workspace.");
        }
        if (teammate.status() == Teammate.Status.ACTIVE) {
            guard.requireMayTakeFrom(caller, workspace, user);
            guard.keepingAnAdmin(caller, workspace, user, () -> presence.suspend(caller, workspace, teammate));
        }
        return asTheyAre(caller, workspace, user);
    }

    /**
     * Gives a suspended teammate back what they have as written, which is a gift. Whoever is active stays so.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code ceiling} if the teammate carries more than the caller holds
     */
    public Listed reactivate(Caller caller, Workspace workspace, UserId user, Expected expected) {
        Teammate teammate = forChange(caller, workspace, user, expected);
        if (teammate.status() == Teammate.Status.SUSPENDED) {
            List<Gift> carried = guard.carriedBy(workspace, user);
            guard.requireBelowCeiling(caller, workspace, carried, carried);
            presence.reactivate(caller, workspace, teammate);
        }
        return asTheyAre(caller, workspace, user);
    }

    /**
     * Takes somebody out of the workspace and the organization; the account stays. Oneself too, by the same rules: that is
     * how somebody with {@code teammates.manage} leaves.
     *
     * @throws Problem {@code not-found}, {@code stale}, {@code last-admin}; {@code ceiling} as for {@link #suspend}
     */
    public void remove(Caller caller, Workspace workspace, UserId user, Expected expected) {
        Teammate teammate = forChange(caller, workspace, user, expected);
        guard.requireMayTakeFrom(caller, workspace, user);
        guard.keepingAnAdmin(caller, workspace, user, () -> presence.remove(caller, workspace, teammate));
    }

    /** Somebody became a member in Keycloak, and has the default role. Says nothing if they are a teammate already. */
    public void joined(Caller caller, RealmId realm, WorkspaceId workspace, UserId user) {
        Optional<Card> card = people.find(user).map(Card::of);
        RoleRef role = settings.forNewcomer(realm, workspace);
        boolean isNew = store.insert(
                realm,
                workspace,
                new Teammate(
                        user,
                        role,
                        Teammate.Status.ACTIVE,
                        Source.KEYCLOAK,
                        clock.now(),
                        card.map(Card::copied).orElse(Copied.NOTHING),
                        workspaces.floor(workspace)),
                card.map(Card::words).orElse(List.of()));
        if (isNew) {
            events.publish(caller, new TeammateJoined(realm, workspace, user, role, Source.KEYCLOAK));
        }
    }

    /** Somebody isn't a member in Keycloak any more. */
    public void left(Caller caller, RealmId realm, WorkspaceId workspace, UserId user) {
        leaving(realm, workspace, user).ifPresent(teammate -> presence.left(caller, realm, workspace, teammate));
    }

    /** A user is about to go, and leaves every workspace that they are in. */
    public void removed(Caller caller, RealmId realm, UserId user) {
        store.workspaces(user)
                .forEach(workspace -> leaving(realm, workspace, user)
                        .ifPresent(teammate -> presence.gone(caller, realm, workspace, teammate)));
    }

    /**
     * The user is a teammate, of whatever status.
     *
     * @throws Problem {@code not-found}, also for somebody of another workspace
     */
    public void requireTeammate(Workspace workspace, UserId user) {
        named(workspace, user);
    }

    /**
     * Raises a teammate's counter for a change of another feature, which says itself what it was.
     *
     * @return whether the user is a teammate
     */
    public boolean touch(WorkspaceId workspace, UserId user) {
        return store.touch(workspace, user);
    }

    /** The version that somebody has who is a teammate, after a change of another feature. */
    public String version(WorkspaceId workspace, UserId user) {
        return store.find(workspace, user).orElseThrow().version();
    }

    /** Everybody who was a member before Roster was switched on becomes a teammate, with the default role. */
    public int adopt(Caller caller, RealmId realm) {
        int teammates = store.adopt(realm, settings.of(realm).defaultRole(), clock.now());
        if (teammates > 0) {
            events.publish(caller, new MembersAdopted(realm, teammates));
        }
        return teammates;
    }

    /** A user's name or address may have changed in Keycloak. */
    public void renamed(UserId user) {
        people.find(user).map(Card::of).ifPresent(card -> store.copy(user, card));
    }

    @Override
    public List<Place> lapsed(int max) {
        return store.lapsed(clock.now(), max);
    }

    @Override
    public void sweep(Caller caller, RealmId realm, WorkspaceId workspace) {
        tenures.sweep(caller, realm, workspace);
    }

    private Listed assign(
            Caller caller, Workspace workspace, UserId user, NewRole wanted, Source source, Expected expected) {
        Teammate teammate = forChange(caller, workspace, user, expected);
        Role role = guard.keepingAnAdmin(
                caller, workspace, user, () -> tenures.give(caller, workspace, teammate, wanted, source));
        return list.listed(
                        caller,
                        workspace,
                        List.of(named(workspace, user)),
                        Map.of(role.key(), role.name().text()))
                .get(0);
    }

    /**
     * A teammate of whom the caller is about to change something, as they are now that this transaction holds the
     * workspace's row.
     *
     * @throws Problem {@code not-found}, {@code forbidden}, {@code stale}
     */
    public Teammate forChange(Caller caller, Workspace workspace, UserId user, Expected expected) {
        guard.requireForChange(caller, workspace, Keys.TEAMMATES_MANAGE);
        Teammate teammate = named(workspace, user);
        guard.requireManages(caller, user);
        expected.require(teammate.version());
        return teammate;
    }

    /** The teammate that is to leave, if they are one, once nobody else can change them any more. */
    private Optional<Teammate> leaving(RealmId realm, WorkspaceId workspace, UserId user) {
        if (store.find(workspace, user).isEmpty()) {
            return Optional.empty();
        }
        workspaces.lock(realm, workspace);
        if (!workspaces.exists(workspace)) {
            // it went meanwhile, and with it all rows but the one that the lock has made
            workspaces.removeAll(workspace);
            return Optional.empty();
        }
        // again, now that nobody else can change it: the floor has to lie above the counter's last number
        return store.reread(workspace, user);
    }

    private Listed asTheyAre(Caller caller, Workspace workspace, UserId user) {
        return listed(caller, workspace, List.of(named(workspace, user))).get(0);
    }

    private List<Listed> listed(Caller caller, Workspace workspace, List<Teammate> teammates) {
        Map<String, String> names =
                roles.names(workspace, teammates.stream().map(Teammate::role).toList());
        return list.listed(caller, workspace, teammates, names);
    }

    private Teammate named(Workspace workspace, UserId user) {
        Instant now = clock.now();
        return Optional.of(user)
                .filter(id -> Ids.isPlausible(id.value()))
                .flatMap(id -> store.find(workspace.id(), id))
                .map(teammate -> teammate.at(now))
                .orElseThrow(() -> Problem.notFound("teammate: {user} is the id that the list of teammates gives"));
    }

    private void requireTeam(Workspace workspace, TeamId team) {
        if (!Ids.isPlausible(team.value()) || !store.hasTeam(workspace.id(), team)) {
            throw Problem.validation("team", "is the id of no team of this workspace: the list of teams has them");
        }
    }
}
