// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Workspace;

/** A team has another name. */
public record TeamRenamed(Workspace workspace, String before, Team team) implements Described {

    @Override
    public Description description() {
        return Description.of(workspace, "team.renamed", "team", team.id().value())
                .from(Described.state("name", before))
                .to(Described.state("name", team.name()));
    }
}
