// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.access.PermissionKey;
import java.util.Collection;
import java.util.Optional;

/**
 * What a role shall be. Name and permissions are always said; what is empty stays as it is. Only presets can be hidden.
 */
public record RoleChange(
        String name, Optional<String> description, Collection<PermissionKey> permissions, Optional<Boolean> hidden) {}
