// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.project.ProjectStore;
import io.roster.workspaces.project.jpa.JpaProjectStore;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

class JpaProjectStoreTest extends ProjectStoreContract {

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @Override
    void in(Consumer<ProjectStore> work) {
        database.commit(em -> work.accept(new JpaProjectStore(em)));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
