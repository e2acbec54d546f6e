// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.access.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project with its environments, archived ones too.
 *
 * @param version the workspace's counter at its last change; 0 for a {@code main} that nobody has changed yet
 * @param environments in the order in which they came
 */
public record WorkspaceProject(
        String key, String name, boolean open, boolean archived, long version, List<Environment> environments) {

    public WorkspaceProject {
        environments = List.copyOf(environments);
    }

    /** What every workspace has, without a row. */
    static WorkspaceProject unchangedMain(List<Environment> environments) {
        return new WorkspaceProject(Project.MAIN, "Main", true, false, 0, environments);
    }

    public boolean isMain() {
        return key.equals(Project.MAIN);
    }

    public Optional<Environment> environment(String wanted) {
        return environments.stream()
                .filter(environment -> environment.key().equals(wanted))
                .findFirst();
    }

    WorkspaceProject named(String other) {
        return new WorkspaceProject(key, other, open, archived, version, environments);
    }

    WorkspaceProject opened(boolean now) {
        return new WorkspaceProject(key, name, now, archived, version, environments);
    }

    WorkspaceProject archived(boolean now) {
        return new WorkspaceProject(key, name, open, now, version, environments);
    }

    WorkspaceProject at(long number) {
        return new WorkspaceProject(key, name, open, archived, number, environments);
    }

    /** The same with this environment in the place of the one with its key, or after the others. */
    WorkspaceProject with(Environment changed) {
        List<Environment> all = new ArrayList<>(environments);
        all.replaceAll(known -> known.key().equals(changed.key()) ? changed : known);
        if (environment(changed.key()).isEmpty()) {
            all.add(changed);
        }
        return new WorkspaceProject(key, name, open, archived, version, all);
    }
}
