// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.access.Catalogue;
import io.roster.access.Gift;
import io.roster.access.Keys;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.People;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.Until;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.team.TeamUse;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What lets teams and teammates into projects. Looking at it and changing it needs {@code projects.manage}; a realm
 * administrator needs to view or manage the organization, and the user for a grant to one teammate. A grant with a role
 * is a gift of what the role has, in that project, and stays below the ceiling; one without a role gives nothing. What has
 * ended is absent here, whether it was swept or not.
 */
public final class Grants implements Lapsing, TeamUse {

    private final GrantStore store;
    private final MemberStore members;
    private final Roles roles;
    private final Catalogues catalogues;
    private final WorkspaceStore workspaces;
    private final GrantList list;
    private final GrantChecks checks;
    private final Guard guard;
    private final Events events;
    private final Clock clock;

    public Grants(
            GrantStore store,
            Projects projects,
            MemberStore members,
            GranteeTeams teams,
            Roles roles,
            People people,
            Catalogues catalogues,
            WorkspaceStore workspaces,
            Guard guard,
            Events events,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.roles = roles;
        this.catalogues = catalogues;
        this.workspaces = workspaces;
        this.list = new GrantList(teams, roles, people, guard);
        this.checks = new GrantChecks(projects, members, teams, guard);
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The grants of a project.
     *
     * @throws Problem {@code not-found} for an unknown project, {@code forbidden}
     */
    public Page<ListedGrant> ofProject(Caller caller, Workspace workspace, String project, PageRequest request) {
        guard.requireLooks(caller, workspace, Keys.PROJECTS_MANAGE);
        checks.requireProject(workspace, project);
        return list.page(
                caller,
                workspace,
                store.ofProject(workspace.id(), project, clock.now(), request.max() + 1, GrantList.after(request)),
                request);
    }

    /**
     * The grants of a team, in all projects.
     *
     * @throws Problem {@code not-found} for a group that is no team of the workspace, {@code forbidden}
     */
    public Page<ListedGrant> ofTeam(Caller caller, Workspace workspace, TeamId team, PageRequest request) {
        guard.requireLooks(caller, workspace, Keys.PROJECTS_MANAGE);
        checks.requireTeam(workspace, team);
        return to(caller, workspace, List.of(Grantee.team(team)), request);
    }

    /**
     * The grants that reach a teammate, their own and those of their teams, in all projects.
     *
     * @throws Problem {@code not-found} for somebody who is no teammate, {@code forbidden}
     */
    public Page<ListedGrant> ofTeammate(Caller caller, Workspace workspace, UserId user, PageRequest request) {
        guard.requireLooks(caller, workspace, Keys.PROJECTS_MANAGE);
        checks.requireTeammate(workspace, user);
        guard.requireSees(caller, user);
        return to(caller, workspace, list.reaching(workspace, user), request);
    }

    /**
     * One grant of a project.
     *
     * @throws Problem {@code not-found}, also for one that has ended; {@code forbidden}
     */
    public ListedGrant get(Caller caller, Workspace workspace, String project, String id) {
        guard.requireLooks(caller, workspace, Keys.PROJECTS_MANAGE);
        return list.one(caller, workspace, named(workspace, project, id));
    }

    /**
     * Lets a team or a teammate into a project. The next token has it.
     *
     * @throws Problem {@code not-found} for an unknown project; {@code validation} for a team, teammate or role that is
     *     none of this workspace, or an end that isn't ahead; {@code duplicate} if there is one by hand already;
     *     {@code ceiling} if the role has more than the caller holds there
     */
    public ListedGrant make(Caller caller, Workspace workspace, GrantDraft draft) {
        guard.requireForChange(caller, workspace, Keys.PROJECTS_MANAGE);
        checks.requireProject(workspace, draft.project());
        checks.requireGrantee(caller, workspace, draft.grantee());
        return add(caller, workspace, draft);
    }

    /**
     * The same from the team's side.
     *
     * @throws Problem as {@link #make}, but {@code not-found} for the team and {@code validation} for the project
     */
    public ListedGrant makeForTeam(Caller caller, Workspace workspace, TeamId team, GrantDraft draft) {
        guard.requireForChange(caller, workspace, Keys.PROJECTS_MANAGE);
        checks.requireTeam(workspace, team);
        checks.requireNamedProject(workspace, draft.project());
        return add(caller, workspace, draft);
    }

    /**
     * Makes role and end of a grant these and no others.
     *
     * @throws Problem {@code not-found}, {@code stale}, {@code validation}, {@code scim-managed}; {@code ceiling} if what
     *     it carries, or shall carry, is more than the caller holds there
     */
    public ListedGrant change(
            Caller caller,
            Workspace workspace,
            String project,
            String id,
            Optional<String> roleKey,
            Optional<Instant> until,
            Expected expected) {
        WorkspaceGrant before = forChange(caller, workspace, project, id, expected);
        Optional<Role> role = roleKey.map(key -> roles.assignable(workspace, key));
        Until.requireAhead(until, clock.now());
        if (before.role().equals(role.map(Role::ref)) && before.until().equals(until)) {
            return list.one(caller, workspace, before);
        }
        // an earlier end of the same role gives nothing
        boolean gives = !before.role().equals(role.map(Role::ref)) || Until.isLater(until, before.until());
        guard.requireBelowCeiling(
                caller,
                workspace,
                carried(workspace, before),
                gives ? gifts(workspace, project, role, until) : List.of());
        WorkspaceGrant after = before.changed(role.map(Role::ref), until, raise(workspace.id(), before.grantee()));
        store.update(workspace.id(), after);
        events.publish(
                caller,
                new GrantChanged(workspace.realm(), workspace.id(), Optional.of(before), Optional.of(after), false));
        return list.one(caller, workspace, after);
    }

    /**
     * Takes a grant away.
     *
     * @throws Problem {@code not-found}, {@code stale}, {@code scim-managed}; {@code ceiling} if it carries more than the
     *     caller holds there
     */
    public void remove(Caller caller, Workspace workspace, String project, String id, Expected expected) {
        WorkspaceGrant grant = forChange(caller, workspace, project, id, expected);
        guard.requireBelowCeiling(caller, workspace, carried(workspace, grant), List.of());
        delete(caller, workspace.realm(), workspace.id(), grant, false);
    }

    @Override
    public List<Gift> carriedBy(Workspace workspace, TeamId team) {
        return store.allTo(workspace.id(), Grantee.team(team)).stream()
                .filter(grant -> grant.isLive(clock.now()))
                .flatMap(grant -> carried(workspace, grant).stream())
                .toList();
    }

    @Override
    public void removed(Caller caller, Workspace workspace, TeamId team) {
        store.allTo(workspace.id(), Grantee.team(team))
                .forEach(grant -> delete(caller, workspace.realm(), workspace.id(), grant, !grant.isLive(clock.now())));
    }

    @Override
    public List<Place> lapsed(int max) {
        return store.lapsed(clock.now(), max);
    }

    @Override
    public void sweep(Caller caller, RealmId realm, WorkspaceId workspace) {
        store.ended(workspace, clock.now()).forEach(grant -> delete(caller, realm, workspace, grant, true));
    }

    private ListedGrant add(Caller caller, Workspace workspace, GrantDraft draft) {
        Optional<Role> role = draft.role().map(key -> roles.assignable(workspace, key));
        Instant now = clock.now();
        Until.requireAhead(draft.until(), now);
        store.find(workspace.id(), draft.project(), draft.grantee(), Source.MANUAL)
                .ifPresent(known -> GrantChecks.requireEnded(known, now));
        guard.requireBelowCeiling(caller, workspace, List.of(), gifts(workspace, draft.project(), role, draft.until()));
        sweep(caller, workspace, draft);
        WorkspaceGrant grant = new WorkspaceGrant(
                Ids.uuid(),
                draft.project(),
                draft.grantee(),
                role.map(Role::ref),
                draft.until(),
                Source.MANUAL,
                caller.actor(),
                now,
                raise(workspace.id(), draft.grantee()));
        store.insert(workspace, grant);
        events.publish(
                caller,
                new GrantChanged(workspace.realm(), workspace.id(), Optional.empty(), Optional.of(grant), false));
        return list.one(caller, workspace, grant);
    }

    /** An ended one would be in the way of the new one: at most one is stored for each place and source. */
    private void sweep(Caller caller, Workspace workspace, GrantDraft draft) {
        store.find(workspace.id(), draft.project(), draft.grantee(), Source.MANUAL)
                .ifPresent(ended -> delete(caller, workspace.realm(), workspace.id(), ended, true));
    }

    private void delete(Caller caller, RealmId realm, WorkspaceId workspace, WorkspaceGrant grant, boolean ended) {
        store.delete(workspace, grant.id());
        raise(workspace, grant.grantee());
        events.publish(caller, new GrantChanged(realm, workspace, Optional.of(grant), Optional.empty(), ended));
    }

    private Page<ListedGrant> to(Caller caller, Workspace workspace, List<Grantee> grantees, PageRequest request) {
        return list.page(
                caller,
                workspace,
                store.to(workspace.id(), grantees, clock.now(), request.max() + 1, GrantList.after(request)),
                request);
    }

    private WorkspaceGrant forChange(Caller caller, Workspace workspace, String project, String id, Expected expected) {
        guard.requireForChange(caller, workspace, Keys.PROJECTS_MANAGE);
        WorkspaceGrant grant = named(workspace, project, id);
        grant.grantee().teammate().ifPresent(user -> guard.requireManages(caller, user));
        expected.require(Long.toString(grant.version()));
        if (grant.source() == Source.SCIM) {
            throw Problem.of(
                    ProblemCode.SCIM_MANAGED,
                    "This grant comes from the customer's own identity provider: change it there, or make another one"
                            + " by hand beside it.");
        }
        return grant;
    }

    private WorkspaceGrant named(Workspace workspace, String project, String id) {
        checks.requireProject(workspace, project);
        return Optional.of(id)
                .filter(Ids::isPlausible)
                .flatMap(known -> store.find(workspace.id(), known))
                .filter(grant -> grant.project().equals(project) && grant.isLive(clock.now()))
                .orElseThrow(
                        () -> Problem.notFound("grant: {grant} is an id that the list of the project's grants gives"));
    }

    /** Raises the counter of whoever it concerns and gives the number. */
    private long raise(WorkspaceId workspace, Grantee grantee) {
        if (grantee.teammate().isEmpty()) {
            return workspaces.advance(workspace);
        }
        UserId user = grantee.teammate().get();
        members.touch(workspace, user);
        return members.find(workspace, user).orElseThrow().epoch();
    }

    private List<Gift> carried(Workspace workspace, WorkspaceGrant grant) {
        Optional<Role> role = grant.role().map(ref -> roles.of(workspace, ref));
        return gifts(workspace, grant.project(), role, grant.until());
    }

    private List<Gift> gifts(Workspace workspace, String project, Optional<Role> role, Optional<Instant> until) {
        Catalogue catalogue = catalogues.of(workspace.realm()).permissions();
        return role.map(given -> Gift.inProject(catalogue, project, given.permissions(), until))
                .orElse(List.of());
    }
}
