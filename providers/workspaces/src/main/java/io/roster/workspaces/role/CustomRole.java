// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.access.PermissionSet;

/** A custom role as it is stored; its version is the workspace's counter at its last change. */
public record CustomRole(
        String id, RoleName name, String description, String startedFrom, PermissionSet permissions, long version) {}
