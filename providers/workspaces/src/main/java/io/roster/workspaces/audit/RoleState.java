// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.access.Catalogue;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.role.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a role is written down and read again. Its permissions are written as bits: short, whatever the catalogue holds,
 * and true for ever, because a bit never changes its meaning.
 */
final class RoleState {

    private static final String PERMISSIONS = "permissions";

    private RoleState() {}

    static State of(Role role) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", role.name().text());
        fields.put("description", role.description());
        fields.put("hidden", role.hidden());
        fields.put(PERMISSIONS, role.permissions().encode());
        return State.of(fields);
    }

    /** With keys instead of bits, where there is a catalogue that knows them. */
    static Map<String, Object> read(State state, Optional<Catalogue> catalogue) {
        Map<String, Object> fields = state.fields();
        if (fields.get(PERMISSIONS) instanceof String bits) {
            catalogue.ifPresent(known -> fields.put(
                    PERMISSIONS,
                    known.keys(PermissionSet.decode(bits)).stream()
                            .map(PermissionKey::value)
                            .toList()));
        }
        return fields;
    }
}
