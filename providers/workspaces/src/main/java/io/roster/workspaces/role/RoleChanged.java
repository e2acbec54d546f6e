// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.workspace.AdminsChanged;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/**
 * A role of a workspace was renamed, described, given or taken permissions, hidden, shown or reset.
 *
 * @param reset whether somebody made it the realm's again: an edit can come to the same, and says less
 */
public record RoleChanged(Workspace workspace, Role before, Role after, boolean reset) implements AdminsChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfWorkspace(workspace.id()));
    }
}
