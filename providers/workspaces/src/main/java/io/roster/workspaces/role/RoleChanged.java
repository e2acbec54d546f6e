// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.platform.Event;
import io.roster.workspaces.workspace.Workspace;

/** A role of a workspace was renamed, described, given or taken permissions, hidden, shown or reset. */
public record RoleChanged(Workspace workspace, Role before, Role after) implements Event {}
