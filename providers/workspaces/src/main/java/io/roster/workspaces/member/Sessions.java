// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;

/** The sessions that people have with apps. */
@FunctionalInterface
public interface Sessions {

    /**
     * Ends this user's sessions, online and offline, in which there are tokens for this workspace. Those for other
     * workspaces go on. While the membership is still there: Keycloak 26.7 answers with an error to whoever introspects a
     * token for an organization that its person has left, as long as the token's session is there.
     */
    void end(WorkspaceId workspace, UserId user);
}
