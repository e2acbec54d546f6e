// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.access.PermissionKey;
import java.util.Collection;

/** A custom role to make: what it starts from, and how it differs. */
public record RoleDraft(
        String name,
        String description,
        String from,
        Collection<PermissionKey> add,
        Collection<PermissionKey> remove) {}
