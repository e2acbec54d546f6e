// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.access.Gift;
import io.roster.access.Keys;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.member.Listed;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.List;
import java.util.Optional;

/**
 * The teams of workspaces. Looking at them and changing them needs {@code teammates.manage}; a realm administrator needs
 * to view or manage the organization, and to manage the user who is put in or taken out. Whoever is put in gets what the
 * team was given, so that stays below the ceiling, as does renaming and deleting a team (403 {@code ceiling}).
 */
public final class Teams {

    private final TeamStore store;
    private final Members members;
    private final WorkspaceStore workspaces;
    private final List<TeamUse> uses;
    private final Guard guard;
    private final Events events;

    public Teams(
            TeamStore store,
            Members members,
            WorkspaceStore workspaces,
            List<TeamUse> uses,
            Guard guard,
            Events events) {
        this.store = store;
        this.members = members;
        this.workspaces = workspaces;
        this.uses = List.copyOf(uses);
        this.guard = guard;
        this.events = events;
    }

    /** The teams of a workspace by name. */
    public Page<Team> list(Caller caller, Workspace workspace, PageRequest request) {
        guard.requireLooks(caller, workspace, Keys.TEAMMATES_MANAGE);
        return cut(store.page(workspace, request.max() + 1, after(request)), request);
    }

    /**
     * The teams in which a teammate is, by name.
     *
     * @throws Problem {@code not-found} for somebody who is no teammate
     */
    public Page<Team> of(Caller caller, Workspace workspace, UserId user, PageRequest request) {
        guard.requireLooks(caller, workspace, Keys.TEAMMATES_MANAGE);
        members.requireTeammate(workspace, user);
        guard.requireSees(caller, user);
        return cut(store.pageOf(workspace, user, request.max() + 1, after(request)), request);
    }

    /**
     * One team.
     *
     * @throws Problem {@code not-found}, also for a team of another workspace, and for a group that is below a team
     */
    public Team get(Caller caller, Workspace workspace, TeamId team) {
        guard.requireLooks(caller, workspace, Keys.TEAMMATES_MANAGE);
        return known(workspace, team);
    }

    /**
     * Who is in a team, as the list of teammates shows them to the caller.
     *
     * @throws Problem {@code not-found}; {@code validation} for a cursor of another list
     */
    public Page<Listed> members(Caller caller, Workspace workspace, TeamId team, PageRequest request) {
        guard.requireLooks(caller, workspace, Keys.TEAMMATES_MANAGE);
        Team asked = known(workspace, team);
        return members.list(caller, workspace, TeammateQuery.EVERYBODY.in(asked.id()), request);
    }

    /**
     * Makes a team with nobody in it.
     *
     * @throws Problem {@code validation}; {@code duplicate} for a name that another team has
     */
    public Team create(Caller caller, Workspace workspace, String text) {
        TeamName name = TeamName.of(text);
        guard.requireForChange(caller, workspace, Keys.TEAMMATES_MANAGE);
        requireFree(workspace, name, Optional.empty());
        Team made = store.create(workspace, name);
        events.publish(caller, new TeamCreated(workspace, made));
        return made;
    }

    /**
     * Gives a team another name.
     *
     * @throws Problem {@code not-found}, {@code stale}, {@code validation}, {@code duplicate}; {@code ceiling} if the
     *     team was given more than the caller holds
     */
    public Team rename(Caller caller, Workspace workspace, TeamId id, String text, Expected expected) {
        TeamName name = TeamName.of(text);
        guard.requireForChange(caller, workspace, Keys.TEAMMATES_MANAGE);
        Team team = known(workspace, id);
        expected.require(team.version());
        if (team.name().equals(name.text())) {
            return team;
        }
        guard.requireBelowCeiling(caller, workspace, carriedBy(workspace, team), List.of());
        requireFree(workspace, name, Optional.of(id));
        Team renamed = store.rename(workspace, id, name);
        events.publish(caller, new TeamRenamed(workspace, team.name(), renamed));
        return renamed;
    }

    /**
     * Deletes a team, and with it what was given to it.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code ceiling} if the team was given more than the caller holds
     */
    public void delete(Caller caller, Workspace workspace, TeamId id, Expected expected) {
        guard.requireForChange(caller, workspace, Keys.TEAMMATES_MANAGE);
        Team team = known(workspace, id);
        expected.require(team.version());
        guard.requireBelowCeiling(caller, workspace, carriedBy(workspace, team), List.of());
        uses.forEach(use -> use.removed(caller, workspace, id));
        store.delete(workspace, id);
        workspaces.advance(workspace.id());
        events.publish(caller, new TeamDeleted(workspace, team));
    }

    /**
     * Puts a teammate into a team. Says nothing if they are in it. The next token has what the team was given.
     *
     * @throws Problem {@code not-found} for a team or somebody of another workspace; {@code ceiling} if the team was
     *     given more than the caller holds
     */
    public void add(Caller caller, Workspace workspace, TeamId id, UserId user) {
        Team team = forMembership(caller, workspace, id, user);
        if (store.has(id, user)) {
            return;
        }
        guard.requireBelowCeiling(caller, workspace, List.of(), carriedBy(workspace, team));
        store.add(workspace, id, user);
        members.touch(workspace.id(), user);
        events.publish(caller, new TeamJoined(workspace, id, user));
    }

    /**
     * Takes a teammate out of a team. Says nothing if they aren't in it.
     *
     * @throws Problem {@code not-found} for a team or somebody of another workspace; {@code ceiling} if they have
     *     {@code user-permissions.change} and the caller doesn't
     */
    public void remove(Caller caller, Workspace workspace, TeamId id, UserId user) {
        forMembership(caller, workspace, id, user);
        if (!store.has(id, user)) {
            return;
        }
        guard.requireMayTakeFrom(caller, workspace, user);
        store.remove(workspace, id, user);
        members.touch(workspace.id(), user);
        events.publish(caller, new TeamLeft(workspace, id, user));
    }

    /** Keycloak has made a team, or made a group one. */
    public void created(Caller caller, Workspace workspace, Team team) {
        events.publish(caller, new TeamCreated(workspace, team));
    }

    /** Keycloak has given a team another name. */
    public void renamed(Caller caller, Workspace workspace, String before, Team team) {
        events.publish(caller, new TeamRenamed(workspace, before, team));
    }

    /** Keycloak deletes a team, or has made it a group below another: what was given to it goes. */
    public void removed(Caller caller, Workspace workspace, Team team) {
        workspaces.lock(workspace.realm(), workspace.id());
        if (!workspaces.exists(workspace.id())) {
            // it went meanwhile, and with it all rows but the one that the lock has made
            workspaces.removeAll(workspace.id());
            return;
        }
        uses.forEach(use -> use.removed(caller, workspace, team.id()));
        workspaces.advance(workspace.id());
        events.publish(caller, new TeamDeleted(workspace, team));
    }

    /** Keycloak has put somebody into a team. Says nothing of somebody who is no teammate. */
    public void joined(Caller caller, Workspace workspace, TeamId team, UserId user) {
        if (members.touch(workspace.id(), user)) {
            events.publish(caller, new TeamJoined(workspace, team, user));
        }
    }

    /** Keycloak has taken somebody out of a team. Says nothing of somebody who is no teammate. */
    public void left(Caller caller, Workspace workspace, TeamId team, UserId user) {
        if (members.touch(workspace.id(), user)) {
            events.publish(caller, new TeamLeft(workspace, team, user));
        }
    }

    private static Optional<Team> after(PageRequest request) {
        return request.after()
                .map(cursor -> new Team(
                        new TeamId(cursor.values().get(1)), cursor.values().get(0)));
    }

    private static Page<Team> cut(List<Team> rows, PageRequest request) {
        return Page.cut(
                rows, request.max(), last -> Cursor.of(last.name(), last.id().value()));
    }

    private Team forMembership(Caller caller, Workspace workspace, TeamId id, UserId user) {
        guard.requireForChange(caller, workspace, Keys.TEAMMATES_MANAGE);
        Team team = known(workspace, id);
        members.requireTeammate(workspace, user);
        guard.requireManages(caller, user);
        return team;
    }

    private Team known(Workspace workspace, TeamId team) {
        return Optional.of(team)
                .filter(id -> Ids.isPlausible(id.value()))
                .flatMap(id -> store.find(workspace, id))
                .orElseThrow(() -> Problem.notFound("team: {team} is the id that the list of teams gives"));
    }

    private void requireFree(Workspace workspace, TeamName name, Optional<TeamId> except) {
        if (store.named(workspace, name, except).isPresent()) {
            throw name.taken();
        }
    }

    private List<Gift> carriedBy(Workspace workspace, Team team) {
        return uses.stream()
                .flatMap(use -> use.carriedBy(workspace, team.id()).stream())
                .toList();
    }
}
