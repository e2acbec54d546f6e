// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspaces in memory; it remembers which were locked, because a write without the lock is a race. */
public final class InMemoryWorkspaceStore implements WorkspaceStore {

    private final List<Workspace> known = new ArrayList<>();
    private final Map<WorkspaceId, Long> epochs = new HashMap<>();
    private final Map<WorkspaceId, Long> floors = new HashMap<>();
    private boolean readsCommitted = true;
    private Runnable whileWaiting = () -> {};

    public Workspace add(String alias, RealmId realm) {
        return add("id-" + alias, alias, realm);
    }

    public Workspace add(String id, String alias, RealmId realm) {
        Workspace workspace = new Workspace(new WorkspaceId(id), realm, alias, alias, true);
        known.add(workspace);
        return workspace;
    }

    /** What somebody else commits while the next caller waits for the lock. */
    public void whileWaiting(Runnable other) {
        whileWaiting = () -> {
            whileWaiting = () -> {};
            other.run();
        };
    }

    /** The organization is gone from Keycloak. */
    public void remove(Workspace workspace) {
        known.remove(workspace);
    }

    /** The organization is disabled in Keycloak, or enabled again. */
    public void enable(WorkspaceId id, boolean enabled) {
        known.replaceAll(workspace -> workspace.id().equals(id)
                ? new Workspace(id, workspace.realm(), workspace.alias(), workspace.name(), enabled)
                : workspace);
    }

    List<Workspace> all() {
        return List.copyOf(known);
    }

    public boolean isEnabled(WorkspaceId id) {
        return withId(id).filter(Workspace::enabled).isPresent();
    }

    public boolean hasRow(Workspace workspace) {
        return epochs.containsKey(workspace.id());
    }

    public long epoch(WorkspaceId workspace) {
        return epochs.getOrDefault(workspace, 0L);
    }

    public Optional<Workspace> withId(WorkspaceId id) {
        return known.stream().filter(workspace -> workspace.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Workspace> named(String alias) {
        return known.stream()
                .filter(workspace -> workspace.alias().equals(alias))
                .findFirst();
    }

    @Override
    public List<Workspace> named(Collection<String> aliases) {
        return known.stream()
                .filter(workspace -> aliases.contains(workspace.alias()))
                .toList();
    }

    @Override
    public List<Workspace> find(Collection<WorkspaceId> workspaces) {
        return known.stream()
                .filter(workspace -> workspaces.contains(workspace.id()))
                .toList();
    }

    @Override
    public void lock(RealmId realm, WorkspaceId workspace) {
        whileWaiting.run();
        epochs.putIfAbsent(workspace, 0L);
    }

    @Override
    public boolean exists(WorkspaceId workspace) {
        return withId(workspace).isPresent();
    }

    /** As on a database connection that nobody set up for Roster. */
    public void readFromSnapshots() {
        readsCommitted = false;
    }

    public void readsCommitted(boolean reads) {
        readsCommitted = reads;
    }

    @Override
    public boolean readsCommitted() {
        return readsCommitted;
    }

    @Override
    public long advance(WorkspaceId workspace) {
        requireLocked(workspace);
        return epochs.merge(workspace, 1L, Long::sum);
    }

    @Override
    public long floor(WorkspaceId workspace) {
        return floors.getOrDefault(workspace, 0L);
    }

    @Override
    public void liftFloor(WorkspaceId workspace, long floor) {
        requireLocked(workspace);
        floors.merge(workspace, floor, Math::max);
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        epochs.remove(workspace);
        floors.remove(workspace);
    }

    @Override
    public void removeAll(RealmId realm) {
        known.stream()
                .filter(workspace -> workspace.realm().equals(realm))
                .forEach(workspace -> removeAll(workspace.id()));
    }

    private void requireLocked(WorkspaceId workspace) {
        if (!epochs.containsKey(workspace)) {
            throw new IllegalStateException("written without the lock: " + workspace);
        }
    }
}
