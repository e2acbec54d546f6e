// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.workspaces.workspace.WorkspaceId;

/** What Keycloak knows at this moment of its organizations. */
@FunctionalInterface
public interface Organizations {

    /** Whether the organization exists in the realm of this session and isn't disabled. */
    boolean isEnabled(WorkspaceId workspace);
}
