// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.binding.BindingStore;
import io.roster.workspaces.binding.Extent;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Bindings in memory. */
public final class InMemoryBindingStore implements BindingStore {

    private record Row(RealmId realm, Extent extent) {}

    private final Map<ClientId, Row> rows = new HashMap<>();

    @Override
    public Map<ClientId, Extent> find(Collection<ClientId> clients) {
        Map<ClientId, Extent> found = new HashMap<>();
        rows.forEach((client, row) -> {
            if (clients.contains(client)) {
                found.put(client, row.extent());
            }
        });
        return found;
    }

    @Override
    public void save(RealmId realm, ClientId client, Extent extent) {
        rows.put(client, new Row(realm, extent));
    }

    @Override
    public void removeAll(ClientId client) {
        rows.remove(client);
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        for (ClientId client : Set.copyOf(rows.keySet())) {
            rows.computeIfPresent(client, (id, row) -> without(row, workspace));
        }
    }

    @Override
    public void removeAll(RealmId realm) {
        rows.values().removeIf(row -> row.realm().equals(realm));
    }

    private static Row without(Row row, WorkspaceId workspace) {
        if (!(row.extent() instanceof Extent.Some some)) {
            return row;
        }
        Set<WorkspaceId> left = new HashSet<>(some.workspaces());
        left.remove(workspace);
        return left.isEmpty() ? null : new Row(row.realm(), new Extent.Some(left));
    }
}
