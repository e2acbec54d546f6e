// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where it is kept whether workspaces have somebody who can run them. */
public interface OrphanStore {

    /** What was last found of a workspace. */
    record State(RealmId realm, boolean hadAdmin, Optional<Instant> orphaned) {}

    /** An orphaned workspace. */
    record Place(RealmId realm, WorkspaceId workspace) {}

    /** Empty for a workspace that nothing was ever written for. */
    Optional<State> find(WorkspaceId workspace);

    /** Says that a workspace had a standing admin, and since when it has none any more, if so; nobody was told of that. */
    void write(WorkspaceId workspace, Optional<Instant> orphaned);

    /** The workspaces in which this user is active and that had a standing admin, always in the same order. */
    List<WorkspaceId> watched(UserId user);

    /** The workspaces of a realm by alias, from after one on, with no more than the orphaned ones if only those are asked for. */
    List<Overview> page(RealmId realm, boolean orphaned, int max, Optional<String> afterAlias);

    /**
     * Some orphaned workspaces of which nobody was told although their realm has this attribute, which says whom to tell; at
     * most so many.
     */
    List<Place> untold(String attribute, int max);

    /** Whether the workspace is orphaned and nobody was told. */
    boolean isUntold(WorkspaceId workspace);

    /** Somebody was told, unless the workspace isn't orphaned any more. */
    void told(WorkspaceId workspace, Instant when);
}
