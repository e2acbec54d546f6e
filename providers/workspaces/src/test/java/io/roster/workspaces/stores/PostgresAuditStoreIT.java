// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.audit.AuditStore;
import io.roster.workspaces.audit.Recorded;
import io.roster.workspaces.audit.jpa.JpaAuditStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PostgresAuditStoreIT extends JpaAuditStoreTest {

    private static final int MANY = 50_000;

    @Override
    Database database() {
        return Servers.postgres();
    }

    @Test
    void aPageReadsItsOwnRowsAloneHoweverManyThereAre() {
        database.commit(em -> em.createNativeQuery("insert into WS_AUDIT (REALM_ID, ORG_ID, HAPPENED_AT, ACTION_KEY,"
                        + " ACTOR_KIND, ACTOR_ID, SUBJECT_KIND, SUBJECT_ID, SOURCE)"
                        + " select 'realm', case n % 100 when 0 then null when 1 then 'id-acme' else 'id-' || n % 100 end, n, 'role.changed', 'person',"
                        + " 'u' || n, 'role', 'analyst', 'manual' from generate_series(1, " + MANY + ") n")
                .executeUpdate());
        database.commit(em -> em.createNativeQuery("analyze WS_AUDIT").executeUpdate());

        RealmId realm = new RealmId("realm");
        OptionalLong top = OptionalLong.empty();
        OptionalLong middle = OptionalLong.of(MANY / 2);
        reads(10, store -> assertFull(store.page(ACME.id(), 10, top)));
        reads(10, store -> assertFull(store.page(ACME.id(), 10, middle)));
        reads(10, store -> assertFull(store.page(realm, 10, top)));
        reads(10, store -> assertFull(store.page(realm, 10, middle)));
        reads(1, store -> store.forgetAddresses(new UserId("u77")));
    }

    private static void assertFull(List<Recorded> page) {
        assertEquals(10, page.size());
    }

    private void reads(int rows, Consumer<AuditStore> work) {
        database.commit(em -> {
            long[] before = counted(em);
            work.accept(new JpaAuditStore(em));
            long[] after = counted(em);
            assertEquals(before[0], after[0], "it read the whole table");
            assertEquals(rows, after[1] - before[1], "rows read by an index");
        });
    }

    /** What PostgreSQL itself counts in this session: readings of the whole table, and rows that an index led to. */
    private static long[] counted(EntityManager em) {
        Object[] counted = (Object[]) em.createNativeQuery("select coalesce(max(seq_scan), 0),"
                        + " coalesce(max(idx_tup_fetch), 0) from pg_stat_xact_user_tables where relname = 'ws_audit'")
                .getSingleResult();
        return new long[] {((Number) counted[0]).longValue(), ((Number) counted[1]).longValue()};
    }
}
