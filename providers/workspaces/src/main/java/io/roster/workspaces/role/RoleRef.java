// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import java.util.Optional;

/** Which role somebody or something has. Stored in two columns, of which one is set. */
public sealed interface RoleRef {

    /** The key by which people, tokens and calls name the role. */
    String key();

    /** A preset of the realm. */
    record OfPreset(String key) implements RoleRef {}

    /** A custom role; its id is its key. */
    record OfCustom(String key) implements RoleRef {}

    static RoleRef stored(String preset, String roleId) {
        return preset != null ? new OfPreset(preset) : new OfCustom(roleId);
    }

    default Optional<String> preset() {
        return this instanceof OfPreset ? Optional.of(key()) : Optional.empty();
    }

    default Optional<String> roleId() {
        return this instanceof OfCustom ? Optional.of(key()) : Optional.empty();
    }
}
