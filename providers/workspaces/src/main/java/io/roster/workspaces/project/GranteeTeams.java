// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The teams of workspaces, as far as grants ask: Keycloak's organization groups directly under the organization. */
public interface GranteeTeams {

    boolean exists(WorkspaceId workspace, TeamId team);

    /** The names of those of these teams that the workspace has. */
    Map<TeamId, String> names(WorkspaceId workspace, Collection<TeamId> teams);

    /** The teams of the workspace in which this user is. */
    List<TeamId> of(WorkspaceId workspace, UserId user);
}
