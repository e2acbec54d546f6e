// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.fakes.InMemoryGrantStore;
import io.roster.workspaces.project.GrantStore;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Workspace;
import java.util.function.Consumer;

class InMemoryGrantStoreTest extends GrantStoreContract {

    private final GrantStore store = new InMemoryGrantStore();

    @Override
    void in(Consumer<GrantStore> work) {
        work.accept(store);
    }

    @Override
    RoleRef customRole(Workspace workspace, String id) {
        return new RoleRef.OfCustom(id);
    }
}
