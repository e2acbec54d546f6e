// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where workspaces and their rows are. */
public interface WorkspaceStore {

    Optional<Workspace> named(String alias);

    /** Those of these aliases that workspaces have. */
    List<Workspace> named(Collection<String> aliases);

    /** Those of these workspaces that there are. */
    List<Workspace> find(Collection<WorkspaceId> workspaces);

    /** Makes the workspace's row if there is none yet, and holds it until the transaction ends. */
    void lock(RealmId realm, WorkspaceId workspace);

    /**
     * Whether what is read after {@link #lock} is what others have committed before it. Not so where the database reads
     * from a snapshot that is older than the lock.
     */
    boolean readsCommitted();

    /** Raises the counter of a locked workspace and gives the new number. */
    long advance(WorkspaceId workspace);

    /** The counter with which a new teammate starts: above every counter that somebody who left had. */
    long floor(WorkspaceId workspace);

    /** Lifts the floor of a locked workspace to at least this number. */
    void liftFloor(WorkspaceId workspace, long floor);

    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
