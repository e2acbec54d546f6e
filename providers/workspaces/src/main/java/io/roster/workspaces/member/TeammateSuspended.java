// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.AdminsChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/** A teammate has nothing in the workspace any more until somebody reactivates them; role and all else stay. */
public record TeammateSuspended(Workspace workspace, UserId user) implements AdminsChanged, Described {

    @Override
    public Description description() {
        return Description.of(workspace, "teammate.suspended", "teammate", user.value())
                .from(Described.state("status", Teammate.Status.ACTIVE.key()))
                .to(Described.state("status", Teammate.Status.SUSPENDED.key()));
    }

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfTeammate(workspace.id(), user), new Reach.OfMemberships(user));
    }
}
