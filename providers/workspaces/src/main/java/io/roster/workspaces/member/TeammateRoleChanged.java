// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.AdminsChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/** A teammate has another role, or the same with another end. */
public record TeammateRoleChanged(Workspace workspace, UserId user, Assigned before, Assigned after, Source source)
        implements AdminsChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfTeammate(workspace.id(), user));
    }

    @Override
    public Description description() {
        return Description.of(workspace, "teammate.role-changed", "teammate", user.value())
                .from(before.state())
                .to(after.state())
                .by(source.key());
    }
}
