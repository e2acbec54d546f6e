// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Problem;
import java.util.Optional;

/** The workspaces of one realm. Knowing one says nothing of who may look into it: that is the guard's to decide. */
public final class KnownWorkspaces {

    private final WorkspaceStore store;

    public KnownWorkspaces(WorkspaceStore store) {
        this.store = store;
    }

    /**
     * The workspace with this alias.
     *
     * @throws Problem {@code not-found}
     */
    public Workspace named(String alias) {
        return Optional.of(alias).filter(Ids::isPlausible).flatMap(store::named).orElseThrow(KnownWorkspaces::unknown);
    }

    /** What whoever asks for a workspace gets that doesn't exist, or that they aren't in. */
    public static Problem unknown() {
        return Problem.notFound("workspace");
    }
}
