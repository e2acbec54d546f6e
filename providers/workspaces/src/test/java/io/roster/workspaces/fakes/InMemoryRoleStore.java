// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.role.PresetEdit;
import io.roster.workspaces.role.RoleName;
import io.roster.workspaces.role.RoleStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Roles in memory. */
public final class InMemoryRoleStore implements RoleStore {

    private record Id(WorkspaceId workspace, String key) {}

    private final Map<Id, CustomRole> roles = new LinkedHashMap<>();
    private final Map<Id, PresetEdit> edits = new LinkedHashMap<>();

    public int rows() {
        return roles.size() + edits.size();
    }

    @Override
    public List<CustomRole> page(WorkspaceId workspace, int max, Optional<String> afterName, Optional<String> afterId) {
        Comparator<CustomRole> order = Comparator.<CustomRole, String>comparing(
                        role -> role.name().folded())
                .thenComparing(CustomRole::id);
        return roles.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(Map.Entry::getValue)
                .sorted(order)
                .filter(role -> afterName.isEmpty() || isAfter(role, afterName.get(), afterId.orElse("")))
                .limit(max)
                .toList();
    }

    private static boolean isAfter(CustomRole role, String name, String id) {
        int byName = role.name().folded().compareTo(name);
        return byName > 0 || byName == 0 && role.id().compareTo(id) > 0;
    }

    @Override
    public Optional<CustomRole> find(WorkspaceId workspace, String id) {
        return Optional.ofNullable(roles.get(new Id(workspace, id)));
    }

    @Override
    public List<CustomRole> find(WorkspaceId workspace, Collection<String> ids) {
        return ids.stream().flatMap(id -> find(workspace, id).stream()).toList();
    }

    @Override
    public Optional<CustomRole> named(WorkspaceId workspace, RoleName name) {
        return page(workspace, Integer.MAX_VALUE, Optional.empty(), Optional.empty()).stream()
                .filter(role -> role.name().sameAs(name))
                .findFirst();
    }

    @Override
    public boolean keep(WorkspaceId workspace, String id) {
        return find(workspace, id).isPresent();
    }

    @Override
    public void hold(WorkspaceId workspace, String id) {
        // one thread: nobody to wait for
    }

    @Override
    public void insert(Workspace workspace, CustomRole role) {
        roles.put(new Id(workspace.id(), role.id()), role);
    }

    @Override
    public void update(WorkspaceId workspace, CustomRole role) {
        roles.replace(new Id(workspace, role.id()), role);
    }

    @Override
    public void delete(WorkspaceId workspace, String id) {
        roles.remove(new Id(workspace, id));
    }

    @Override
    public List<PresetEdit> edits(WorkspaceId workspace) {
        return edits.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void save(Workspace workspace, PresetEdit edit) {
        edits.put(new Id(workspace.id(), edit.preset()), edit);
    }

    @Override
    public void reset(WorkspaceId workspace, String preset) {
        edits.remove(new Id(workspace, preset));
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        roles.keySet().removeIf(id -> id.workspace().equals(workspace));
        edits.keySet().removeIf(id -> id.workspace().equals(workspace));
    }

    @Override
    public void removeAll(RealmId realm) {
        roles.clear();
        edits.clear();
    }
}
