// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import io.roster.workspaces.platform.Event;

/** An organization is gone, and everything of it with it. */
public record WorkspaceRemoved(WorkspaceId workspace) implements Event {}
