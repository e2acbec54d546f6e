// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.fakes.InMemoryOverrideStore;
import io.roster.workspaces.override.OverrideStore;
import java.util.function.Consumer;

class InMemoryOverrideStoreTest extends OverrideStoreContract {

    private final OverrideStore store = new InMemoryOverrideStore();

    @Override
    void in(Consumer<OverrideStore> work) {
        work.accept(store);
    }
}
