// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.roster.access.PermissionSet;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.jpa.JpaRoleStore;
import io.roster.workspaces.setting.Chosen;
import io.roster.workspaces.setting.SettingStore;
import io.roster.workspaces.setting.jpa.JpaSettingStore;
import io.roster.workspaces.workspace.jpa.JpaWorkspaceStore;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JpaSettingStoreTest extends SettingStoreContract {

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
        database.commit(em -> new JpaRoleStore(em)
                .insert(RoleStoreContract.ACME, RoleStoreContract.role("r1", "Steward", PermissionSet.of(1))));
    }

    @Override
    void in(Consumer<SettingStore> work) {
        database.commit(em -> work.accept(new JpaSettingStore(em)));
    }

    /** The row of the workspace is an entity of this session, which knows nothing of the statement in between. */
    @Test
    void aCounterThatRisesAfterwardsLeavesTheSettings() {
        Chosen chosen =
                new Chosen(Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty());
        database.commit(em -> {
            JpaWorkspaceStore workspaces = new JpaWorkspaceStore(null, em);
            workspaces.lock(REALM, ACME);
            new JpaSettingStore(em).save(ACME, chosen);
            workspaces.advance(ACME);
        });
        in(store -> assertEquals(chosen, store.find(ACME)));
    }

    @Test
    @Tag("ROLE-5")
    void theDatabaseHoldsThatADefaultRoleStays() {
        in(store -> store.save(
                ACME,
                new Chosen(
                        Optional.of(new RoleRef.OfCustom("r1")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        assertThrows(
                PersistenceException.class,
                () -> database.commit(em -> new JpaRoleStore(em).removeAll(RoleStoreContract.ACME.id())));
        in(store -> store.removeAll(ACME));
        database.commit(em -> new JpaRoleStore(em).removeAll(RoleStoreContract.ACME.id()));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
