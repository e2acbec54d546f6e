// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.WorkspaceId;

/** Which clients' service accounts act in which workspaces. */
public interface BoundClients {

    /** Whether the client is bound to the workspace, or to all, and the workspace is enabled. */
    boolean isBound(ClientId client, WorkspaceId workspace);
}
