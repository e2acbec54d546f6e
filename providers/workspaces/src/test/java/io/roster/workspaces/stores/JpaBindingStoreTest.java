// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.binding.BindingStore;
import io.roster.workspaces.binding.jpa.JpaBindingStore;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

class JpaBindingStoreTest extends BindingStoreContract {

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @Override
    void in(Consumer<BindingStore> work) {
        database.commit(em -> work.accept(new JpaBindingStore(em)));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
