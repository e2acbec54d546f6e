// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.project.Environment;
import io.roster.workspaces.project.ProjectStore;
import io.roster.workspaces.project.WorkspaceProject;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PROJ-1")
abstract class ProjectStoreContract {

    static final Workspace ACME = RoleStoreContract.workspace("acme");
    static final Workspace BETA = RoleStoreContract.workspace("beta");

    private static final Environment PRODUCTION = new Environment("production", "Production", false);
    private static final Environment STAGING = new Environment("a-staging", "Staging \uD83D\uDE00", false);

    /** The store, in a transaction of its own. */
    abstract void in(Consumer<ProjectStore> work);

    @Test
    void whatWasWrittenIsReadAsItWas() {
        WorkspaceProject web =
                new WorkspaceProject("web", "Web shop \uD83D\uDE00", false, false, 3, List.of(PRODUCTION, STAGING));
        in(store -> store.insert(ACME, web));
        in(store -> assertEquals(Optional.of(web), store.find(ACME.id(), "web")));
        WorkspaceProject changed = new WorkspaceProject(
                "web",
                "Shop",
                true,
                true,
                7,
                List.of(
                        PRODUCTION,
                        new Environment("a-staging", "Staging", true),
                        new Environment("0", "Nought", false)));
        in(store -> store.update(ACME, changed));
        in(store -> assertEquals(Optional.of(changed), store.find(ACME.id(), "web"), "and in the same order"));
        in(store -> assertEquals(Optional.empty(), store.find(ACME.id(), "WEB")));
    }

    @Test
    void aWorkspaceSeesItsOwnProjectsAlone() {
        in(store -> store.insert(ACME, project("web", STAGING)));
        in(store -> store.insert(BETA, project("web", PRODUCTION)));
        in(store -> {
            assertEquals(List.of(project("web", STAGING)), store.find(ACME.id(), Set.of("web", "app")));
            assertEquals(List.of(project("web", PRODUCTION)), all(store, BETA));
        });
    }

    @Test
    void pagesAreInTheOrderOfKeysAndWithoutMain() {
        for (String key : List.of("web", "main", "app", "shop", "api")) {
            in(store -> store.insert(ACME, project(key, PRODUCTION)));
        }
        in(store -> {
            assertEquals(List.of("api", "app"), keys(store.page(ACME.id(), 2, Optional.empty())));
            assertEquals(List.of("shop", "web"), keys(store.page(ACME.id(), 3, Optional.of("app"))));
            assertEquals(List.of(), store.page(ACME.id(), 3, Optional.of("web")));
            assertEquals(List.of("main", "web"), keys(store.find(ACME.id(), Set.of("web", "main"))));
        });
    }

    @Test
    void whatGoesWithAWorkspaceLeavesTheOthers() {
        in(store -> {
            store.insert(ACME, project("web", STAGING));
            store.insert(BETA, project("web", PRODUCTION));
        });
        in(store -> store.removeAll(ACME.id()));
        in(store -> assertEquals(List.of(), all(store, ACME)));
        in(store -> store.insert(ACME, project("web", PRODUCTION)));
        in(store -> assertEquals(List.of(project("web", PRODUCTION)), all(store, ACME), "no environment was left"));
        in(store -> assertEquals(1, all(store, BETA).size()));
        in(store -> store.removeAll(BETA.realm()));
        in(store -> assertEquals(List.of(), all(store, BETA)));
    }

    private static WorkspaceProject project(String key, Environment environment) {
        return new WorkspaceProject(key, key, true, false, 1, List.of(environment));
    }

    private static List<WorkspaceProject> all(ProjectStore store, Workspace workspace) {
        return store.page(workspace.id(), 100, Optional.empty());
    }

    private static List<String> keys(List<WorkspaceProject> projects) {
        return projects.stream().map(WorkspaceProject::key).toList();
    }
}
