// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.roster.access.PermissionSet;
import io.roster.workspaces.project.GrantStore;
import io.roster.workspaces.project.jpa.JpaGrantStore;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.jpa.JpaRoleStore;
import io.roster.workspaces.workspace.Workspace;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaGrantStoreTest extends GrantStoreContract {

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @Override
    void in(Consumer<GrantStore> work) {
        database.commit(em -> work.accept(new JpaGrantStore(em)));
    }

    @Override
    RoleRef customRole(Workspace workspace, String id) {
        database.commit(em ->
                new JpaRoleStore(em).insert(workspace, RoleStoreContract.role(id, "Role " + id, PermissionSet.of(1))));
        return new RoleRef.OfCustom(id);
    }

    @Test
    void theDatabaseHoldsThatThereIsOneForEachPlaceGranteeAndSource() {
        in(store -> store.insert(ACME, grant("g1", "web", ANN, FOR_EVER)));
        in(store -> store.insert(ACME, grant("g2", "web", CREW, FOR_EVER)));
        assertThrows(
                PersistenceException.class, () -> in(store -> store.insert(ACME, grant("g3", "web", ANN, FOR_EVER))));
    }

    @Test
    void theDatabaseHoldsThatTheRoleOfAGrantIsThere() {
        Optional<RoleRef> role = Optional.of(customRole(ACME, "r1"));
        in(store -> store.insert(ACME, with("g1", "web", role)));
        assertThrows(
                PersistenceException.class, () -> database.commit(em -> new JpaRoleStore(em).delete(ACME.id(), "r1")));
        in(store -> store.delete(ACME.id(), "g1"));
        database.commit(em -> new JpaRoleStore(em).delete(ACME.id(), "r1"));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
