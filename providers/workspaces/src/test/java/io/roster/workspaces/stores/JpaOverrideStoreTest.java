// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.override.OverrideStore;
import io.roster.workspaces.override.jpa.JpaOverrideStore;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

class JpaOverrideStoreTest extends OverrideStoreContract {

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @Override
    void in(Consumer<OverrideStore> work) {
        database.commit(em -> work.accept(new JpaOverrideStore(em)));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
