// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.Workspace;

/** Which projects and environments a workspace has. */
public interface KnownProjects {

    /** Whether it has a project with this key, archived or not; {@code main} is in each. */
    boolean has(Workspace workspace, String project);

    /** Whether the project has an environment with this key that isn't archived. */
    boolean has(Workspace workspace, String project, String environment);
}
