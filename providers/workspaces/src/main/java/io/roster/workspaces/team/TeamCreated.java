// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Workspace;

/** A workspace has a new team. Nothing was given to it yet, so nobody's access is another one. */
public record TeamCreated(Workspace workspace, Team team) implements Described {

    @Override
    public Description description() {
        return Description.of(workspace, "team.created", "team", team.id().value())
                .to(Described.state("name", team.name()));
    }
}
