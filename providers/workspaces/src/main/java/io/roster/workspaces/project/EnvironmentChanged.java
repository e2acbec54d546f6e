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
 * An environment of a project was made, renamed, archived or restored.
 *
 * @param before empty for a new one
 */
public record EnvironmentChanged(Workspace workspace, String project, Optional<Environment> before, Environment after)
        implements AccessChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfWorkspace(workspace.id()));
    }

    @Override
    public Description description() {
        return Description.of(workspace, action(), "environment", project + "/" + after.key())
                .from(before.map(EnvironmentChanged::state).orElse(Map.of()))
                .to(state(after));
    }

    private String action() {
        if (before.isEmpty()) {
            return "environment.created";
        }
        if (before.get().archived() != after.archived()) {
            return after.archived() ? "environment.archived" : "environment.restored";
        }
        return "environment.renamed";
    }

    private static Map<String, Object> state(Environment environment) {
        return Described.state("name", environment.name(), "archived", environment.archived());
    }
}
