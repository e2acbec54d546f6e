// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.team.Team;
import io.roster.workspaces.team.TeamName;
import io.roster.workspaces.team.TeamStore;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Teams in memory. */
public final class InMemoryTeamStore implements TeamStore {

    private record Row(WorkspaceId workspace, Team team, Set<UserId> members) {}

    private static final Comparator<Team> ORDER =
            Comparator.comparing(Team::name).thenComparing(team -> team.id().value());

    private final Map<TeamId, Row> rows = new LinkedHashMap<>();
    private int made;

    @Override
    public List<Team> page(Workspace workspace, int max, Optional<Team> after) {
        return of(workspace.id())
                .filter(team -> after.isEmpty() || ORDER.compare(team, after.get()) > 0)
                .limit(max)
                .toList();
    }

    @Override
    public List<Team> pageOf(Workspace workspace, UserId user, int max, Optional<Team> after) {
        return page(workspace, Integer.MAX_VALUE, after).stream()
                .filter(team -> has(team.id(), user))
                .limit(max)
                .toList();
    }

    @Override
    public Optional<Team> find(Workspace workspace, TeamId team) {
        return find(workspace.id(), team);
    }

    Optional<Team> find(WorkspaceId workspace, TeamId team) {
        return of(workspace).filter(known -> known.id().equals(team)).findFirst();
    }

    @Override
    public Optional<Team> named(Workspace workspace, TeamName name, Optional<TeamId> except) {
        return of(workspace.id())
                .filter(team -> !except.equals(Optional.of(team.id())) && name.sameAs(team.name()))
                .findFirst();
    }

    @Override
    public Team create(Workspace workspace, TeamName name) {
        made++;
        return add(workspace, new Team(new TeamId("team-" + made), name.text()));
    }

    /** A team as Keycloak itself may have made it. */
    public Team add(Workspace workspace, Team team) {
        rows.put(team.id(), new Row(workspace.id(), team, Set.of()));
        return team;
    }

    @Override
    public Team rename(Workspace workspace, TeamId team, TeamName name) {
        Team renamed = new Team(team, name.text());
        rows.computeIfPresent(team, (id, row) -> new Row(row.workspace(), renamed, row.members()));
        return renamed;
    }

    @Override
    public void delete(Workspace workspace, TeamId team) {
        rows.remove(team);
    }

    @Override
    public boolean has(TeamId team, UserId user) {
        return rows.containsKey(team) && rows.get(team).members().contains(user);
    }

    @Override
    public void add(Workspace workspace, TeamId team, UserId user) {
        members(team, members -> members.add(user));
    }

    @Override
    public void remove(Workspace workspace, TeamId team, UserId user) {
        members(team, members -> members.remove(user));
    }

    /** Puts a row in the place of the old one: what was read before stays as it was. */
    private void members(TeamId team, Consumer<Set<UserId>> change) {
        Row row = rows.get(team);
        Set<UserId> members = new HashSet<>(row.members());
        change.accept(members);
        rows.put(team, new Row(row.workspace(), row.team(), Set.copyOf(members)));
    }

    Stream<Team> of(WorkspaceId workspace) {
        return rows.values().stream()
                .filter(row -> row.workspace().equals(workspace))
                .map(Row::team)
                .sorted(ORDER);
    }
}
