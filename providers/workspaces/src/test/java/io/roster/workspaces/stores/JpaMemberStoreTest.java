// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionSet;
import io.roster.workspaces.member.Found;
import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Search;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.member.jpa.JpaMemberStore;
import io.roster.workspaces.role.jpa.JpaRoleStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JpaMemberStoreTest extends MemberStoreContract {

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @BeforeEach
    void aCustomRole() {
        database.commit(em ->
                new JpaRoleStore(em).insert(ACME, RoleStoreContract.role("r1", "Steward", PermissionSet.empty())));
    }

    @Override
    void in(Consumer<MemberStore> work) {
        database.commit(em -> work.accept(new JpaMemberStore(em)));
    }

    @Override
    void apart(Consumer<MemberStore> work) {
        database.commitApart(em -> work.accept(new JpaMemberStore(em)));
    }

    @Test
    void theDatabaseHoldsThatATeammateHasExactlyOneRole() {
        assertEquals(1, row("ann", "'analyst'", "null"));
        assertEquals(1, row("bob", "null", "'r1'"));
        assertThrows(PersistenceException.class, () -> row("cat", "null", "null"));
        assertThrows(PersistenceException.class, () -> row("dan", "'analyst'", "'r1'"));
        assertThrows(PersistenceException.class, () -> row("eve", "null", "'r2'"));
    }

    @Test
    @Tag("ROLE-5")
    void theDatabaseHoldsThatARoleInUseStays() {
        row("ann", "null", "'r1'");
        assertThrows(
                PersistenceException.class, () -> database.commit(em -> new JpaRoleStore(em).delete(ACME.id(), "r1")));
        in(store -> store.removeAll(ACME.id()));
        database.commit(em -> new JpaRoleStore(em).delete(ACME.id(), "r1"));
        assertEquals(0L, count("WorkspaceRoleEntity"));
    }

    /** Whom a search finds is sorted when they are few; many are asked in the order of the list. */
    @Test
    @Tag("MATE-1")
    void aSearchThatFindsManyHasTheSameOrder() {
        in(store -> store.insert(ACME.realm(), ACME.id(), teammate("u", "u", READER, 0), List.of("odd", "same")));
        for (char suffix = 'a'; suffix <= 'm'; suffix++) {
            doubleAll(suffix);
        }
        in(store -> store.insert(ACME.realm(), ACME.id(), teammate("v", "v", READER, 0), List.of("same")));
        TeammateQuery everybody = query(null, null, null, null, "-name");
        in(store -> {
            List<String> users = users(store, ACME, everybody);
            assertTrue(users.size() > Search.COUNTED);
            assertEquals(users, users(store, ACME, query("same", null, null, null, "-name")));
            TeammateQuery both = query("odd sam", null, null, null, "-name");
            assertEquals(users.subList(1, users.size()), users(store, ACME, both));
            String half = users.get(users.size() / 2);
            Optional<Found.Position> after = Optional.of(new Found.Position(half, half));
            assertEquals(
                    store.page(ACME.id(), everybody, START, 9, after), store.page(ACME.id(), both, START, 9, after));
        });
    }

    private void doubleAll(char suffix) {
        for (String insert : List.of(
                "WS_MEMBER (ORG_ID, REALM_ID, USER_ID, SORT_NAME, PRESET, STATUS, SOURCE, JOINED_AT, EPOCH)"
                        + " select ORG_ID, REALM_ID, concat(USER_ID, '%1$s'), concat(SORT_NAME, '%1$s'), PRESET, STATUS,"
                        + " SOURCE, JOINED_AT, EPOCH from WS_MEMBER",
                "WS_MEMBER_WORD (ORG_ID, REALM_ID, USER_ID, WORD)"
                        + " select ORG_ID, REALM_ID, concat(USER_ID, '%1$s'), WORD from WS_MEMBER_WORD")) {
            database.commit(em -> em.createNativeQuery("insert into " + String.format(insert, suffix))
                    .executeUpdate());
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long count(String entity) {
        EntityManager em = database.em();
        return em.createQuery("select count(*) from " + entity, Long.class).getSingleResult();
    }

    private int row(String user, String preset, String role) {
        int[] rows = new int[1];
        database.commit(em -> rows[0] = em.createNativeQuery("insert into WS_MEMBER"
                        + " (ORG_ID, USER_ID, REALM_ID, PRESET, ROLE_ID, STATUS, SOURCE, JOINED_AT, SORT_NAME, EPOCH)"
                        + " values ('id-acme', '" + user + "', 'realm', " + preset + ", " + role
                        + ", 'active', 'manual', 0, '', 0)")
                .executeUpdate());
        return rows[0];
    }
}
