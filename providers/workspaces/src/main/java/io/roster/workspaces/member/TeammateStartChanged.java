// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A teammate starts in another project or environment. */
public record TeammateStartChanged(Workspace workspace, UserId user, Optional<Start> before, Optional<Start> after)
        implements AccessChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfTeammate(workspace.id(), user));
    }

    @Override
    public Description description() {
        return Description.of(workspace, "teammate.start-changed", "teammate", user.value())
                .from(state(before))
                .to(state(after));
    }

    private static Map<String, Object> state(Optional<Start> start) {
        Start place = start.orElse(Start.USUAL);
        return Described.state("project", place.project(), "environment", place.environment());
    }
}
