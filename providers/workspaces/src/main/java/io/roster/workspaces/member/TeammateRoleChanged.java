// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/** A teammate has another role. */
public record TeammateRoleChanged(Workspace workspace, UserId user, RoleRef before, RoleRef after, Source source)
        implements AccessChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfTeammate(workspace.id(), user));
    }
}
