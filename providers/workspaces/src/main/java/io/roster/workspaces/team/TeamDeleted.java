// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/** A team is gone. Keycloak deletes who was in it with one statement and names nobody, so it reaches everybody. */
public record TeamDeleted(Workspace workspace, Team team) implements AccessChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfWorkspace(workspace.id()));
    }

    @Override
    public Description description() {
        return Description.of(workspace, "team.deleted", "team", team.id().value())
                .from(Described.state("name", team.name()));
    }
}
