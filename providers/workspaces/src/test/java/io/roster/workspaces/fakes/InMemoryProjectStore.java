// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.project.ProjectStore;
import io.roster.workspaces.project.WorkspaceProject;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Projects in memory. */
public final class InMemoryProjectStore implements ProjectStore {

    private final Map<WorkspaceId, TreeMap<String, WorkspaceProject>> rows = new HashMap<>();

    List<WorkspaceProject> all(WorkspaceId workspace) {
        return List.copyOf(of(workspace).values());
    }

    @Override
    public List<WorkspaceProject> page(WorkspaceId workspace, int max, Optional<String> afterKey) {
        return of(workspace).tailMap(afterKey.orElse(""), false).values().stream()
                .filter(project -> !project.isMain())
                .limit(max)
                .toList();
    }

    @Override
    public List<WorkspaceProject> find(WorkspaceId workspace, Collection<String> keys) {
        return all(workspace).stream()
                .filter(project -> keys.contains(project.key()))
                .toList();
    }

    @Override
    public Optional<WorkspaceProject> find(WorkspaceId workspace, String key) {
        return Optional.ofNullable(of(workspace).get(key));
    }

    @Override
    public void insert(Workspace workspace, WorkspaceProject project) {
        of(workspace.id()).put(project.key(), project);
    }

    @Override
    public void update(Workspace workspace, WorkspaceProject project) {
        of(workspace.id()).replace(project.key(), project);
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        rows.remove(workspace);
    }

    @Override
    public void removeAll(RealmId realm) {
        rows.clear();
    }

    private TreeMap<String, WorkspaceProject> of(WorkspaceId workspace) {
        return rows.computeIfAbsent(workspace, id -> new TreeMap<>());
    }
}
