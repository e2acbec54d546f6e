// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.roster.access.PermissionSet;
import io.roster.workspaces.role.RoleStore;
import io.roster.workspaces.role.jpa.JpaRoleStore;
import jakarta.persistence.PersistenceException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaRoleStoreTest extends RoleStoreContract {

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @Override
    void in(Consumer<RoleStore> work) {
        database.commit(em -> work.accept(new JpaRoleStore(em)));
    }

    @Test
    void theDatabaseHoldsThatNamesAreUniqueInAWorkspace() {
        in(store -> store.insert(ACME, role("r1", "Steward", PermissionSet.empty())));
        in(store -> store.insert(BETA, role("r2", "Steward", PermissionSet.empty())));
        assertThrows(
                PersistenceException.class,
                () -> in(store -> store.insert(ACME, role("r3", "STEWARD", PermissionSet.empty()))));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
