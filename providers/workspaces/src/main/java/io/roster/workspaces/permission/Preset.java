// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission;

import io.roster.access.PermissionSet;

/** A role that every workspace has without a row of its own. Its key never changes; its name is for people. */
public record Preset(String key, String name, String description, PermissionSet permissions) {

    /** The preset that somebody gets who joined with no role said: it gives least. */
    public static final String DEFAULT = "read-only";

    /** What the preset gives in a workspace that added and removed some: later additions of the realm still arrive. */
    public PermissionSet edited(PermissionSet added, PermissionSet removed) {
        return permissions.plus(added).minus(removed);
    }
}
