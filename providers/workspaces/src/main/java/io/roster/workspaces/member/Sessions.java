// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;

/** The sessions that people have with apps, online and offline. */
public interface Sessions {

    /** Those of this user in which there are tokens for this workspace, and of each what is for this workspace alone. */
    List<Session> of(WorkspaceId workspace, UserId user);

    /**
     * Ends all of them for this workspace; what is in them for other workspaces goes on. While the membership is still
     * there: Keycloak 26.7 answers with an error to whoever introspects a token for an organization that its person has
     * left, as long as the token's session is there.
     */
    void end(WorkspaceId workspace, UserId user);

    /** The same for one of them. */
    void end(WorkspaceId workspace, UserId user, String session);
}
