// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where projects and their environments are. A {@code main} that nobody has changed isn't there. */
public interface ProjectStore {

    /** All but {@code main} in the order of their keys, from after the given one on. */
    List<WorkspaceProject> page(WorkspaceId workspace, int max, Optional<String> afterKey);

    /** Those of these projects for which there are rows, in the order of their keys. */
    List<WorkspaceProject> find(WorkspaceId workspace, Collection<String> keys);

    Optional<WorkspaceProject> find(WorkspaceId workspace, String key);

    void insert(Workspace workspace, WorkspaceProject project);

    /** Writes a project that is there, and its environments, new ones too. */
    void update(Workspace workspace, WorkspaceProject project);

    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
