// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding;

import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/**
 * Where the service account of a client acts.
 *
 * @param workspaces by alias; empty where it is all of them
 */
public record Binding(Client client, Extent extent, List<Workspace> workspaces) {

    public Binding {
        workspaces = List.copyOf(workspaces);
    }

    public boolean all() {
        return extent instanceof Extent.All;
    }

    public List<String> aliases() {
        return workspaces.stream().map(Workspace::alias).toList();
    }

    /** Made of what it says, so that it changes with everything that changes it, a workspace that goes included. */
    public String version() {
        return extent.version();
    }
}
