// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.permission.jpa.JpaCatalogueStore;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.jpa.JpaWorkspaceStore;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stores that only a database can have: locks, counters, and the catalogue of a realm. */
class JpaWorkspaceStoreTest {

    private static final Workspace ACME = RoleStoreContract.workspace("acme");

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @Test
    void theRowIsMadeByTheFirstLockAndCountsOn() {
        in(store -> assertEquals(0, store.floor(ACME.id())));
        in(store -> {
            store.lock(ACME.realm(), ACME.id());
            assertEquals(1, store.advance(ACME.id()));
            store.liftFloor(ACME.id(), 5);
        });
        in(store -> {
            store.lock(ACME.realm(), ACME.id());
            assertEquals(2, store.advance(ACME.id()));
            store.liftFloor(ACME.id(), 3);
            assertEquals(5, store.floor(ACME.id()));
        });
        in(store -> store.removeAll(ACME.id()));
        in(store -> assertEquals(0, store.floor(ACME.id())));
    }

    @Test
    @Tag("ROLE-1")
    void aRealmIsSeededOnceAndReadAsItWasSeeded() {
        database.commit(em -> {
            Catalogues catalogues = new Catalogues(new JpaCatalogueStore(em), new Catalogues.Loaded());
            assertTrue(catalogues.find(ACME.realm()).isEmpty());
            assertTrue(catalogues.seed(ACME.realm(), "classic-2022"));
        });
        database.commit(em -> {
            Catalogues catalogues = new Catalogues(new JpaCatalogueStore(em), new Catalogues.Loaded());
            assertFalse(catalogues.seed(ACME.realm(), "default"));
            assertEquals("classic-2022", catalogues.pack(ACME.realm()));
            RealmCatalogue read = catalogues.of(ACME.realm());
            assertEquals(26, read.permissions().permissions().size());
            assertEquals(
                    "_wc", read.preset("analyst").orElseThrow().permissions().encode());
            assertEquals(5, read.presets().size());
            assertEquals("read-only", read.presets().get(0).key());
        });
        database.commit(em -> {
            Catalogues catalogues = new Catalogues(new JpaCatalogueStore(em), new Catalogues.Loaded());
            catalogues.removeAll(ACME.realm());
            assertTrue(catalogues.find(ACME.realm()).isEmpty());
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void in(Consumer<JpaWorkspaceStore> work) {
        database.commit(em -> work.accept(new JpaWorkspaceStore(null, em)));
    }
}
