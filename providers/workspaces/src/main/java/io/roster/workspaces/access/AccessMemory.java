// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.Project;
import io.roster.workspaces.platform.cache.NodeMemory;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;

/**
 * What a node remembers for its answers: standings, the ids of workspaces by their aliases, in which workspaces somebody
 * is and in which they are suspended, and which projects a workspace has.
 */
public record AccessMemory(
        NodeMemory<Member, Standing> standings,
        NodeMemory<Alias, WorkspaceId> aliases,
        NodeMemory<User, List<WorkspaceId>> memberships,
        NodeMemory<User, List<WorkspaceId>> suspensions,
        NodeMemory<WorkspaceId, List<Project>> projects) {

    /** A teammate of a workspace. */
    public record Member(RealmId realm, WorkspaceId workspace, UserId user) {}

    /** A workspace by its public name. */
    public record Alias(RealmId realm, String alias) {}

    /** Somebody in a realm. */
    public record User(RealmId realm, UserId user) {}
}
