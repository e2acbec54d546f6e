// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.access.BoundClients;
import io.roster.workspaces.binding.BindingStore;
import io.roster.workspaces.binding.Extent;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;

/** What the engine reads of bindings, put together from the stores in memory. */
final class InMemoryBoundClients implements BoundClients {

    private final BindingStore bindings;
    private final InMemoryWorkspaceStore workspaces;

    InMemoryBoundClients(BindingStore bindings, InMemoryWorkspaceStore workspaces) {
        this.bindings = bindings;
        this.workspaces = workspaces;
    }

    @Override
    public boolean isBound(ClientId client, WorkspaceId workspace) {
        return workspaces.withId(workspace).filter(Workspace::enabled).isPresent()
                && bindings.find(List.of(client)).values().stream().anyMatch(extent -> reaches(extent, workspace));
    }

    private static boolean reaches(Extent extent, WorkspaceId workspace) {
        return extent instanceof Extent.All
                || extent instanceof Extent.Some some && some.workspaces().contains(workspace);
    }
}
