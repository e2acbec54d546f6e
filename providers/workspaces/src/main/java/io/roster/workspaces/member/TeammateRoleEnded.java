// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.AdminsChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;

/**
 * A role that had an end is over, and the row says now what counted from that end on.
 *
 * @param source by what way the role was assigned
 */
public record TeammateRoleEnded(
        RealmId realm, WorkspaceId workspace, UserId user, Assigned before, RoleRef after, Source source)
        implements AdminsChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfTeammate(workspace, user));
    }

    @Override
    public boolean isByItself() {
        return true;
    }

    @Override
    public Description description() {
        return Description.of(realm, workspace, "teammate.role-ended", "teammate", user.value())
                .from(before.state())
                .to(Assigned.lasting(after).state())
                .by(source.key());
    }
}
