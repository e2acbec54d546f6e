// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role.rest;

import io.roster.access.Catalogue;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.role.Role;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role on the wire. {@code added} and {@code removed} are what differs from the realm's preset. */
@Schema(name = "Role", description = "A role as this workspace has it.")
record RoleRepresentation(
        @Schema(description = "Never changes", examples = "analyst")
        String key,

        String name,
        String description,
        @Schema(enumeration = {PRESET, CUSTOM}) String kind,

        @Schema(description = "Whether it is a preset that differs from the realm's")
        boolean edited,

        @Schema(description = "Whether pickers leave it out")
        boolean hidden,

        @Schema(nullable = true, description = "Key of the role that a custom one started from; null for a preset")
        String from,

        @Schema(description = "Keys, in the order of bits") List<String> permissions,

        @Schema(description = "What the realm's preset doesn't have")
        List<String> added,

        @Schema(description = "What only the realm's preset has")
        List<String> removed,

        @Schema(description = "Rises with each change; the `ETag` without its quotes")
        String version) {

    private static final String PRESET = "preset";
    private static final String CUSTOM = "custom";

    static RoleRepresentation of(Catalogue catalogue, Role role) {
        return new RoleRepresentation(
                role.key(),
                role.name().text(),
                role.description(),
                role.isPreset() ? PRESET : CUSTOM,
                role.edited(),
                role.hidden(),
                role.startedFrom().orElse(null),
                keys(catalogue, role.permissions()),
                keys(catalogue, role.added()),
                keys(catalogue, role.removed()),
                role.version());
    }

    private static List<String> keys(Catalogue catalogue, PermissionSet permissions) {
        return catalogue.keys(permissions).stream().map(PermissionKey::value).toList();
    }
}
