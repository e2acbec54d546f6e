// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.AdminsChanged;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;

/** Somebody isn't a teammate any more, and had this role. */
public record TeammateLeft(RealmId realm, WorkspaceId workspace, UserId user, RoleRef role) implements AdminsChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfTeammate(workspace, user), new Reach.OfMemberships(user));
    }
}
