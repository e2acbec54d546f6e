// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.fakes.InMemoryProjectStore;
import io.roster.workspaces.project.ProjectStore;
import java.util.function.Consumer;

class InMemoryProjectStoreTest extends ProjectStoreContract {

    private final ProjectStore store = new InMemoryProjectStore();

    @Override
    void in(Consumer<ProjectStore> work) {
        work.accept(store);
    }
}
