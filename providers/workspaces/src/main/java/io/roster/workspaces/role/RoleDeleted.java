// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.platform.Event;
import io.roster.workspaces.workspace.Workspace;

/** A custom role is gone, and its key with it. */
public record RoleDeleted(Workspace workspace, Role role) implements Event {}
