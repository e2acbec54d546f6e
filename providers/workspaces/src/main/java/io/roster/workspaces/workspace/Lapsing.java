// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import io.roster.workspaces.platform.Caller;
import java.util.List;

/**
 * Something with ends that is cleaned up after them. Nothing counts any more once its end has passed, whether this was
 * called or not: it only makes the tables say so, and the log.
 */
public interface Lapsing {

    /** A workspace where something has ended. */
    record Place(RealmId realm, WorkspaceId workspace) {}

    /** Some workspaces where something has ended by now, at most so many. */
    List<Place> lapsed(int max);

    /** Takes away what has ended in a workspace whose row this transaction holds, and says so. */
    void sweep(Caller caller, RealmId realm, WorkspaceId workspace);
}
