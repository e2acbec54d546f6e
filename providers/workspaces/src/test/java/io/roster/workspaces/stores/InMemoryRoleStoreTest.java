// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.fakes.InMemoryRoleStore;
import io.roster.workspaces.role.RoleStore;
import java.util.function.Consumer;

class InMemoryRoleStoreTest extends RoleStoreContract {

    private final RoleStore store = new InMemoryRoleStore();

    @Override
    void in(Consumer<RoleStore> work) {
        work.accept(store);
    }
}
