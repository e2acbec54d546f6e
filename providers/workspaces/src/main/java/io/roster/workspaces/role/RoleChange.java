// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.access.PermissionKey;
import java.util.Collection;

/** What a role shall be: all of it. Only presets can be hidden. */
public record RoleChange(String name, String description, Collection<PermissionKey> permissions, boolean hidden) {}
