// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.orphan.OrphanStore;
import io.roster.workspaces.orphan.Overview;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The state of workspaces in memory. Every realm has the attribute that says whom to tell. */
public final class InMemoryOrphanStore implements OrphanStore {

    private final InMemoryWorkspaceStore workspaces;
    private final InMemoryMemberStore members;
    private final Map<WorkspaceId, Optional<Instant>> orphaned = new HashMap<>();
    private final Set<WorkspaceId> told = new HashSet<>();

    InMemoryOrphanStore(InMemoryWorkspaceStore workspaces, InMemoryMemberStore members) {
        this.workspaces = workspaces;
        this.members = members;
    }

    @Override
    public Optional<State> find(WorkspaceId workspace) {
        return workspaces
                .withId(workspace)
                .map(known -> new State(
                        known.realm(),
                        orphaned.containsKey(workspace),
                        orphaned.getOrDefault(workspace, Optional.empty())));
    }

    @Override
    public void write(WorkspaceId workspace, Optional<Instant> since) {
        orphaned.put(workspace, since);
        told.remove(workspace);
    }

    @Override
    public List<WorkspaceId> watched(UserId user) {
        return members.workspaces(user).stream()
                .filter(orphaned::containsKey)
                .filter(workspace -> members.find(workspace, user).orElseThrow().status() == Teammate.Status.ACTIVE)
                .toList();
    }

    @Override
    public List<Overview> page(RealmId realm, boolean orphanedOnly, int max, Optional<String> afterAlias) {
        return workspaces.all().stream()
                .filter(workspace -> workspace.realm().equals(realm))
                .map(workspace -> new Overview(
                        workspace,
                        orphaned.containsKey(workspace.id()),
                        orphaned.getOrDefault(workspace.id(), Optional.empty())))
                .filter(one -> !orphanedOnly || one.orphaned().isPresent())
                .sorted(Comparator.comparing((Overview one) -> one.workspace().alias()))
                .filter(one -> one.workspace().alias().compareTo(afterAlias.orElse("")) > 0)
                .limit(max)
                .toList();
    }

    @Override
    public List<Place> untold(String attribute, int max) {
        return orphaned.keySet().stream()
                .filter(this::isUntold)
                .flatMap(workspace -> workspaces.withId(workspace).stream())
                .map((Workspace workspace) -> new Place(workspace.realm(), workspace.id()))
                .limit(max)
                .toList();
    }

    @Override
    public boolean isUntold(WorkspaceId workspace) {
        return orphaned.getOrDefault(workspace, Optional.empty()).isPresent() && !told.contains(workspace);
    }

    @Override
    public void told(WorkspaceId workspace, Instant when) {
        told.add(workspace);
    }
}
