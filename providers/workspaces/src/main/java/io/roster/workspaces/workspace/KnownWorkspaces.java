// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Those of these aliases that workspaces have, each with its workspace. */
    public Map<String, Workspace> named(Collection<String> aliases) {
        List<String> plausible = aliases.stream().filter(Ids::isPlausible).toList();
        return store.named(plausible).stream().collect(Collectors.toMap(Workspace::alias, Function.identity()));
    }

    /** Those of these ids that workspaces have, each with its workspace. */
    public Map<WorkspaceId, Workspace> of(Collection<WorkspaceId> workspaces) {
        return store.find(workspaces).stream().collect(Collectors.toMap(Workspace::id, Function.identity()));
    }

    /** What whoever asks for a workspace gets that doesn't exist, or that they aren't in. */
    public static Problem unknown() {
        return Problem.notFound("workspace");
    }
}
