// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.access.PermissionSet;
import java.util.Optional;

/** How a workspace's preset differs from the realm's; its version is the workspace's counter at its last change. */
public record PresetEdit(
        String preset,
        Optional<RoleName> name,
        Optional<String> description,
        PermissionSet added,
        PermissionSet removed,
        boolean hidden,
        long version) {

    /** Whether nothing is left that differs. */
    public boolean isNothing() {
        return name.isEmpty() && description.isEmpty() && added.isEmpty() && removed.isEmpty() && !hidden;
    }
}
