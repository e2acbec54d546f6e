// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.platform.Event;
import io.roster.workspaces.workspace.Workspace;

/** A workspace has a new custom role. */
public record RoleCreated(Workspace workspace, Role role) implements Event {}
