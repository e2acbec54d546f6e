// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;

/** Where something is kept that belongs to teammates and goes when they do. */
public interface Belonging {

    /** Deletes what this teammate has, and says nothing of it. */
    void removeAll(WorkspaceId workspace, UserId user);
}
