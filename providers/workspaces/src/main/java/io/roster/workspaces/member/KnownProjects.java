// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.WorkspaceId;

/** Which projects a workspace has. */
@FunctionalInterface
public interface KnownProjects {

    /** Whether it has one with this key, archived or not; {@code main} is in each. */
    boolean has(WorkspaceId workspace, String project);
}
