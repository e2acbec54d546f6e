// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/** A workspace has a new custom role. */
public record RoleCreated(Workspace workspace, Role role) implements AccessChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfWorkspace(workspace.id()));
    }
}
