// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Effect;
import io.roster.access.PermissionSet;
import io.roster.workspaces.access.AccessStore;
import io.roster.workspaces.access.AccessStore.Carriers;
import io.roster.workspaces.access.jpa.JpaAccessStore;
import io.roster.workspaces.member.Assigned;
import io.roster.workspaces.member.Copied;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.member.jpa.JpaMemberStore;
import io.roster.workspaces.orphan.OrphanStore;
import io.roster.workspaces.orphan.jpa.JpaOrphanStore;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.override.jpa.JpaOverrideStore;
import io.roster.workspaces.role.PresetEdit;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.jpa.JpaRoleStore;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.jpa.JpaWorkspaceStore;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The questions by which it is found whether somebody can run a workspace, and where the answer is kept. */
@Tag("REALM-2")
class JpaAdminsTest {

    private static final Workspace ACME = RoleStoreContract.workspace("acme");
    private static final RoleRef ADMIN = new RoleRef.OfPreset("admin");
    private static final RoleRef READER = new RoleRef.OfPreset("read-only");
    private static final RoleRef OWNER = new RoleRef.OfCustom("owner");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Database database = database();

    Database database() {
        return Database.h2();
    }

    @BeforeEach
    void people() {
        database.commit(em -> {
            JpaRoleStore roles = new JpaRoleStore(em);
            roles.insert(ACME, RoleStoreContract.role("owner", "Owner", PermissionSet.of(21, 23)));
            JpaMemberStore members = new JpaMemberStore(em);
            for (String user : List.of("ada", "bea", "cem", "dan", "eve", "fay")) {
                members.insert(
                        ACME.realm(),
                        ACME.id(),
                        new Teammate(
                                new UserId(user),
                                READER,
                                Teammate.Status.ACTIVE,
                                Source.MANUAL,
                                NOW,
                                Copied.NOTHING,
                                0),
                        List.of());
            }
            members.assign(ACME.id(), new UserId("ada"), Assigned.lasting(ADMIN), Source.MANUAL);
            members.assign(ACME.id(), new UserId("bea"), Assigned.lasting(OWNER), Source.MANUAL);
            members.assign(
                    ACME.id(),
                    new UserId("cem"),
                    new Assigned(READER, Optional.of(NOW), Optional.of(OWNER)),
                    Source.MANUAL);
            members.assign(ACME.id(), new UserId("eve"), Assigned.lasting(ADMIN), Source.MANUAL);
            members.setStatus(ACME.id(), new UserId("eve"), Teammate.Status.SUSPENDED);
            JpaOverrideStore overrides = new JpaOverrideStore(em);
            overrides.insert(ACME, allowed("o1", "dan", 21, Optional.empty()));
            overrides.insert(ACME, allowed("o2", "dan", 23, Optional.empty()));
            overrides.insert(ACME, allowed("o3", "fay", 21, Optional.empty()));
            overrides.insert(ACME, allowed("o4", "fay", 23, Optional.of("web")));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rolesOfTheWorkspaceAreReadAsWritten() {
        database.commit(em -> new JpaRoleStore(em)
                .save(
                        ACME,
                        new PresetEdit(
                                "analyst",
                                Optional.empty(),
                                Optional.empty(),
                                PermissionSet.of(3),
                                PermissionSet.empty(),
                                false,
                                1)));
        database.commit(em -> {
            List<AccessStore.WrittenRole> roles = new JpaAccessStore(em).roles(ACME.id());
            assertEquals(
                    Set.of("owner", "analyst"),
                    roles.stream().map(AccessStore.WrittenRole::key).collect(Collectors.toSet()));
            AccessStore.WrittenRole edited = roles.stream()
                    .filter(AccessStore.WrittenRole::preset)
                    .findFirst()
                    .orElseThrow();
            assertEquals(PermissionSet.of(3), PermissionSet.decode(edited.added()));
            assertEquals(PermissionSet.empty(), PermissionSet.decode(edited.removed()));
        });
    }

    @Test
    void whoeverIsActiveAndHasSuchARoleIsFoundPageByPage() {
        database.commit(em -> {
            AccessStore store = new JpaAccessStore(em);
            assertEquals(
                    users("ada", "bea"), store.assigned(ACME.id(), List.of("admin", "owner"), Optional.empty(), 9));
            assertEquals(users("ada"), store.assigned(ACME.id(), List.of("admin", "owner"), Optional.empty(), 1));
            assertEquals(
                    users("bea"),
                    store.assigned(ACME.id(), List.of("admin", "owner"), Optional.of(new UserId("ada")), 9));
            assertEquals(List.of(), store.assigned(ACME.id(), List.of(), Optional.empty(), 9));
        });
    }

    @Test
    void whateverCarriesAllOfItIsFound() {
        Carriers security = new Carriers(List.of("admin", "owner"), 21);
        Carriers teammates = new Carriers(List.of("admin", "owner"), 23);
        database.commit(em -> {
            AccessStore store = new JpaAccessStore(em);
            assertEquals(
                    users("ada", "bea", "cem", "dan"),
                    store.carrying(ACME.id(), List.of(security, teammates), Optional.empty(), 9));
            assertEquals(
                    users("ada", "bea", "cem", "dan", "fay"),
                    store.carrying(ACME.id(), List.of(security), Optional.empty(), 9));
            assertEquals(
                    users("dan"),
                    store.carrying(
                            ACME.id(),
                            List.of(new Carriers(List.of(), 21), new Carriers(List.of(), 23)),
                            Optional.empty(),
                            9));
        });
    }

    @Test
    void whatWasFoundIsKeptUntilItIsOtherwise() {
        database.commit(em -> {
            assertEquals(Optional.empty(), new JpaOrphanStore(em).find(ACME.id()));
            new JpaWorkspaceStore(null, em).lock(ACME.realm(), ACME.id());
        });
        database.commit(em -> {
            assertFalse(state(em).hadAdmin());
            assertEquals(List.of(), new JpaOrphanStore(em).watched(new UserId("ada")));
            new JpaOrphanStore(em).write(ACME.id(), Optional.empty());
        });
        database.commit(em -> {
            assertEquals(new OrphanStore.State(ACME.realm(), true, Optional.empty()), state(em));
            assertEquals(List.of(ACME.id()), new JpaOrphanStore(em).watched(new UserId("ada")));
            assertEquals(List.of(), new JpaOrphanStore(em).watched(new UserId("eve")));
            assertFalse(new JpaOrphanStore(em).isUntold(ACME.id()));
            new JpaOrphanStore(em).write(ACME.id(), Optional.of(NOW));
        });
        database.commit(em -> {
            assertEquals(Optional.of(NOW), state(em).orphaned());
            assertTrue(new JpaOrphanStore(em).isUntold(ACME.id()));
            new JpaOrphanStore(em).told(ACME.id(), NOW);
        });
        database.commit(em -> {
            assertFalse(new JpaOrphanStore(em).isUntold(ACME.id()));
            new JpaOrphanStore(em).write(ACME.id(), Optional.of(NOW));
            assertTrue(new JpaOrphanStore(em).isUntold(ACME.id()), "another time is told anew");
            // and the row's other owners write theirs
            new JpaWorkspaceStore(null, em).lock(ACME.realm(), ACME.id());
            new JpaWorkspaceStore(null, em).advance(ACME.id());
        });
        database.commit(em -> assertEquals(Optional.of(NOW), state(em).orphaned()));
    }

    private static OrphanStore.State state(EntityManager em) {
        return new JpaOrphanStore(em).find(ACME.id()).orElseThrow();
    }

    private static TeammateOverride allowed(String id, String user, int bit, Optional<String> project) {
        return new TeammateOverride(
                id,
                new UserId(user),
                Effect.ALLOW,
                bit,
                project,
                Optional.empty(),
                Optional.empty(),
                Source.MANUAL,
                Optional.empty(),
                NOW);
    }

    private static List<UserId> users(String... names) {
        return List.of(names).stream().map(UserId::new).toList();
    }
}
