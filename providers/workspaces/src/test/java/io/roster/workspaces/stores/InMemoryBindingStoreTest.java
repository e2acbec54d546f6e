// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.binding.BindingStore;
import io.roster.workspaces.fakes.InMemoryBindingStore;
import java.util.function.Consumer;

class InMemoryBindingStoreTest extends BindingStoreContract {

    private final BindingStore store = new InMemoryBindingStore();

    @Override
    void in(Consumer<BindingStore> work) {
        work.accept(store);
    }
}
