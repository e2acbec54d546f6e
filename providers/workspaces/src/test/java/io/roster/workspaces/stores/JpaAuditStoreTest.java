// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.roster.workspaces.audit.AuditStore;
import io.roster.workspaces.audit.jpa.JpaAuditStore;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaAuditStoreTest extends AuditStoreContract {

    final Database database = database();

    Database database() {
        return Database.h2();
    }

    @Override
    void in(Consumer<AuditStore> work) {
        database.commit(em -> work.accept(new JpaAuditStore(em)));
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        in(store -> store.append(entry(ACME, "stays")));
        assertThrows(
                IllegalStateException.class,
                () -> in(store -> {
                    store.append(entry(ACME, "goes"));
                    throw new IllegalStateException("refused after all");
                }));
        in(store ->
                assertEquals(1, store.page(ACME.id(), 10, OptionalLong.empty()).size()));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
