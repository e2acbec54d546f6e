// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.EffectivePermissions;
import io.roster.access.PermissionSet;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;

/**
 * What one teammate has in one workspace at one moment.
 *
 * @param workspaceEpoch rises when something changes that teammates of the workspace share
 * @param teammateEpoch rises when something of this teammate changes
 * @param effective what counts for what they do
 * @param held what counts for what they may give: the same without the plan's mask
 */
public record Standing(
        WorkspaceId workspace,
        String alias,
        UserId user,
        String role,
        long workspaceEpoch,
        long teammateEpoch,
        RealmCatalogue catalogue,
        EffectivePermissions effective,
        PermissionSet held) {}
