// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;

/** The members of Keycloak's organizations. */
@FunctionalInterface
public interface Memberships {

    /** Takes the user out of the organization and its groups, if they are in it. The account stays. */
    void remove(WorkspaceId workspace, UserId user);
}
