// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.fakes.InMemorySettingStore;
import io.roster.workspaces.setting.SettingStore;
import java.util.Optional;
import java.util.function.Consumer;

class InMemorySettingStoreTest extends SettingStoreContract {

    private final SettingStore store = new InMemorySettingStore(workspace -> Optional.of(REALM));

    @Override
    void in(Consumer<SettingStore> work) {
        work.accept(store);
    }
}
