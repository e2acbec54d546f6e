// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/** Somebody isn't in a team any more. */
public record TeamLeft(Workspace workspace, TeamId team, UserId user) implements AccessChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfTeammate(workspace.id(), user));
    }

    @Override
    public Description description() {
        return Description.of(workspace, "teammate.team-changed", "teammate", user.value())
                .from(Described.state("team", team.value(), "member", true))
                .to(Described.state("team", team.value(), "member", false));
    }
}
