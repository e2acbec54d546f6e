// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;

/**
 * Nobody of a workspace can run it any more.
 *
 * @param forced whether an administrator had it done all the same
 */
public record WorkspaceOrphaned(RealmId realm, WorkspaceId workspace, boolean forced) implements Described {

    @Override
    public Description description() {
        return Description.of(realm, workspace, "workspace.orphaned", "workspace", workspace.value())
                .from(Described.state("administration", Overview.Administration.STANDING.key()))
                .to(Described.state(
                        "administration", Overview.Administration.ORPHANED.key(), "forced", forced ? true : null));
    }
}
