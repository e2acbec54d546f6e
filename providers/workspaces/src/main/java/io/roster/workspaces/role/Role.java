// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.access.PermissionSet;
import java.util.Optional;

/**
 * A role of a workspace as it is now.
 *
 * @param edited whether it is a preset that the workspace edited
 * @param hidden whether it is a preset that the workspace keeps out of pickers
 * @param startedFrom key of the role from which a custom role was made
 * @param added what an edited preset has and the realm's doesn't
 * @param removed what the realm's preset has and the edited one doesn't
 * @param version changes with every change of the role
 */
public record Role(
        RoleRef ref,
        RoleName name,
        String description,
        boolean edited,
        boolean hidden,
        Optional<String> startedFrom,
        PermissionSet permissions,
        PermissionSet added,
        PermissionSet removed,
        String version) {

    public String key() {
        return ref.key();
    }

    public boolean isPreset() {
        return ref instanceof RoleRef.OfPreset;
    }
}
