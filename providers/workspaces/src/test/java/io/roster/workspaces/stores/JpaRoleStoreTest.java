// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionSet;
import io.roster.workspaces.role.RoleStore;
import io.roster.workspaces.role.jpa.JpaRoleStore;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
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

    @Test
    @Tag("ROLE-5")
    void whoDeletesARoleWaitsForWhoeverKeepsIt() throws Exception {
        in(store -> store.insert(ACME, role("r1", "Steward", PermissionSet.empty())));
        CountDownLatch kept = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        AtomicBoolean isFree = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> keeper = threads.submit(() -> database.commitApart(em -> {
            assertTrue(new JpaRoleStore(em).keep(ACME.id(), "r1"));
            kept.countDown();
            await(free);
            isFree.set(true);
        }));
        await(kept);
        Future<Boolean> deleter = threads.submit(() -> {
            AtomicBoolean waited = new AtomicBoolean();
            database.commitApart(em -> {
                JpaRoleStore store = new JpaRoleStore(em);
                store.hold(ACME.id(), "r1");
                waited.set(isFree.get());
                store.delete(ACME.id(), "r1");
            });
            return waited.get();
        });
        assertThrows(TimeoutException.class, () -> deleter.get(300, TimeUnit.MILLISECONDS));
        free.countDown();
        keeper.get(20, TimeUnit.SECONDS);
        assertTrue(deleter.get(20, TimeUnit.SECONDS));
        threads.shutdown();
        in(store -> assertFalse(store.keep(ACME.id(), "r1")));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }
}
