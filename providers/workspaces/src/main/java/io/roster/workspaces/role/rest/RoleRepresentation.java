// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role.rest;

import io.roster.access.Catalogue;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.role.Role;
import java.util.List;

/** A role on the wire. {@code added} and {@code removed} are what differs from the realm's preset. */
record RoleRepresentation(
        String key,
        String name,
        String description,
        String kind,
        boolean edited,
        boolean hidden,
        String from,
        List<String> permissions,
        List<String> added,
        List<String> removed,
        String version) {

    static RoleRepresentation of(Catalogue catalogue, Role role) {
        return new RoleRepresentation(
                role.key(),
                role.name().text(),
                role.description(),
                role.isPreset() ? "preset" : "custom",
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
