// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.workspace.AdminsChanged;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A custom role is gone, and its key with it.
 *
 * @param replacement the role that everybody and everything has now that had it
 * @param moved how many of each kind those were
 */
public record RoleDeleted(Workspace workspace, Role role, Optional<Role> replacement, Map<String, Long> moved)
        implements AdminsChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfWorkspace(workspace.id()));
    }
}
