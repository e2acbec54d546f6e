// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project was made, renamed, opened, closed, archived or restored: one of these.
 *
 * @param before empty for a new one
 */
public record ProjectChanged(Workspace workspace, Optional<WorkspaceProject> before, WorkspaceProject after)
        implements AccessChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfWorkspace(workspace.id()));
    }

    @Override
    public Description description() {
        return Description.of(workspace, action(), "project", after.key())
                .from(before.map(ProjectChanged::state).orElse(Map.of()))
                .to(state(after));
    }

    private String action() {
        if (before.isEmpty()) {
            return "project.created";
        }
        if (before.get().archived() != after.archived()) {
            return after.archived() ? "project.archived" : "project.restored";
        }
        if (before.get().open() != after.open()) {
            return after.open() ? "project.opened" : "project.closed";
        }
        return "project.changed";
    }

    private static Map<String, Object> state(WorkspaceProject project) {
        return Described.state("name", project.name(), "open", project.open(), "archived", project.archived());
    }
}
