// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.plan.PlanStore;
import io.roster.workspaces.plan.jpa.JpaPlanStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.jpa.JpaWorkspaceStore;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaPlanStoreTest extends PlanStoreContract {

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @BeforeEach
    void rows() {
        database.seed(REALM);
        database.seed(OTHER);
        database.lock(REALM, ACME);
        database.lock(REALM, BETA);
    }

    @Override
    void in(Consumer<PlanStore> work) {
        database.commit(em -> work.accept(new JpaPlanStore(em)));
    }

    @Override
    void contact(RealmId realm, String text) {
        database.commit(
                em -> em.createQuery("update WorkspaceRealmEntity c set c.contact = :text where c.realmId = :id")
                        .setParameter("text", text)
                        .setParameter("id", realm.value())
                        .executeUpdate());
    }

    @Override
    void contact(WorkspaceId workspace, String text) {
        database.commit(em -> em.createQuery("update WorkspaceEntity w set w.contact = :text where w.orgId = :id")
                .setParameter("text", text)
                .setParameter("id", workspace.value())
                .executeUpdate());
    }

    /** The row of the workspace is an entity of this session, which knows nothing of the statement in between. */
    @Test
    void aCounterThatRisesAfterwardsLeavesThePlan() {
        database.commit(em -> {
            JpaWorkspaceStore workspaces = new JpaWorkspaceStore(null, em);
            workspaces.lock(REALM, ACME);
            new JpaPlanStore(em).assign(ACME, Optional.of("pro"));
            workspaces.advance(ACME);
        });
        in(store -> assertEquals(Optional.of("pro"), store.assigned(REALM, ACME).own()));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
