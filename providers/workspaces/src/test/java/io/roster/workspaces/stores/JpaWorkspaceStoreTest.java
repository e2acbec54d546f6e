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
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stores that only a database can have: locks, counters, and the catalogue of a realm. */
class JpaWorkspaceStoreTest {

    private static final Workspace ACME = RoleStoreContract.workspace("acme");

    private static final int ROUNDS = 30;
    private static final long HOLD_NANOS = 20_000_000;

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
    void twoThatLockAtOnceComeOneAfterTheOther() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger waited = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < ROUNDS; round++) {
            Workspace workspace = RoleStoreContract.workspace("round" + round);
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Void> locker = () -> {
                start.await(10, TimeUnit.SECONDS);
                database.commitApart(em -> {
                    JpaWorkspaceStore store = new JpaWorkspaceStore(null, em);
                    long asked = System.nanoTime();
                    store.lock(workspace.realm(), workspace.id());
                    assertEquals(1, inside.incrementAndGet(), "two hold the same row");
                    LockSupport.parkNanos(HOLD_NANOS);
                    if (System.nanoTime() - asked > HOLD_NANOS * 3 / 2) {
                        waited.incrementAndGet();
                    }
                    store.advance(workspace.id());
                    inside.decrementAndGet();
                });
                return null;
            };
            for (Future<Void> done : threads.invokeAll(List.of(locker, locker))) {
                done.get();
            }
            in(store -> {
                store.lock(workspace.realm(), workspace.id());
                assertEquals(3, store.advance(workspace.id()));
            });
        }
        threads.shutdown();
        assertTrue(waited.get() > ROUNDS / 2, "they hardly ever met: " + waited);
    }

    @Test
    void whatIsReadUnderTheLockIsWhatOthersCommittedBeforeIt() {
        in(store -> {
            store.lock(ACME.realm(), ACME.id());
            store.advance(ACME.id());
        });
        database.commit(em -> {
            JpaWorkspaceStore store = new JpaWorkspaceStore(null, em);
            // a snapshot, where the database takes one, is taken here
            assertEquals(1L, epoch(em));
            assertTrue(store.readsCommitted());
            database.commitApart(other -> {
                JpaWorkspaceStore theirs = new JpaWorkspaceStore(null, other);
                theirs.lock(ACME.realm(), ACME.id());
                theirs.advance(ACME.id());
            });
            store.lock(ACME.realm(), ACME.id());
            assertEquals(2L, epoch(em));
        });
    }

    private static Long epoch(EntityManager em) {
        return em.createQuery("select w.epoch from WorkspaceEntity w", Long.class)
                .getSingleResult();
    }

    @Test
    @Tag("ROLE-1")
    void aRealmIsSeededOnceAndReadAsItWasSeeded() {
        database.commit(em -> {
            Catalogues catalogues = new Catalogues(new JpaCatalogueStore(em), new Catalogues.Loaded());
            assertTrue(catalogues.find(ACME.realm()).isEmpty());
            assertFalse(catalogues.hold(ACME.realm()));
            assertTrue(catalogues.seed(ACME.realm(), "classic-2022"));
        });
        database.commit(em -> {
            Catalogues catalogues = new Catalogues(new JpaCatalogueStore(em), new Catalogues.Loaded());
            assertFalse(catalogues.seed(ACME.realm(), "default"));
            assertTrue(catalogues.hold(ACME.realm()));
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
