// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;

/** An orphaned workspace has somebody again who can run it. */
public record WorkspaceRescued(RealmId realm, WorkspaceId workspace) implements Described {

    @Override
    public Description description() {
        return Description.of(realm, workspace, "workspace.rescued", "workspace", workspace.value())
                .from(Described.state("administration", Overview.Administration.ORPHANED.key()))
                .to(Described.state("administration", Overview.Administration.STANDING.key()));
    }
}
