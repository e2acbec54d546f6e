// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import java.util.List;

/** An organization is gone, and everything of it with it. */
public record WorkspaceRemoved(WorkspaceId workspace) implements AccessChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfWorkspace(workspace));
    }
}
