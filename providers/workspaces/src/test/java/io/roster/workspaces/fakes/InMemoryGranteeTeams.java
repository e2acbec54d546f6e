// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.project.GranteeTeams;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What grants ask about teams, out of those in memory. */
final class InMemoryGranteeTeams implements GranteeTeams {

    private final InMemoryTeamStore teams;

    InMemoryGranteeTeams(InMemoryTeamStore teams) {
        this.teams = teams;
    }

    @Override
    public boolean exists(WorkspaceId workspace, TeamId team) {
        return teams.find(workspace, team).isPresent();
    }

    @Override
    public Map<TeamId, String> names(WorkspaceId workspace, Collection<TeamId> wanted) {
        return wanted.stream()
                .flatMap(team -> teams.find(workspace, team).stream())
                .collect(Collectors.toMap(Team::id, Team::name));
    }

    @Override
    public List<TeamId> of(WorkspaceId workspace, UserId user) {
        return teams.of(workspace)
                .map(Team::id)
                .filter(team -> teams.has(team, user))
                .toList();
    }
}
