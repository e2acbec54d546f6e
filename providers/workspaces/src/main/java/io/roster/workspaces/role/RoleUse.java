// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;

/** Something that can have a role, and so keeps it from being deleted or hidden. */
public interface RoleUse {

    /** How many of a kind have the role, now or next, and the ids of the first of them. */
    record Users(String kind, long count, List<String> first) {}

    /** Whoever's role has ended counts until that is swept: until then the row names the role. */
    Users users(WorkspaceId workspace, RoleRef role);

    /**
     * Gives all of them another role in its place, with a version that nobody has read.
     *
     * @param number the workspace's counter, which has just risen
     */
    void replace(WorkspaceId workspace, RoleRef role, RoleRef other, long number);
}
