// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.member.Source;
import io.roster.workspaces.project.GrantStore;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.RoleUse;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PROJ-3")
abstract class GrantStoreContract {

    static final Workspace ACME = RoleStoreContract.workspace("acme");
    static final Workspace BETA = RoleStoreContract.workspace("beta");
    static final Grantee ANN = Grantee.teammate(new UserId("ann"));
    static final Grantee CREW = Grantee.team(new TeamId("crew"));
    static final RoleRef ANALYST = new RoleRef.OfPreset("analyst");
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
    static final Optional<Instant> FOR_EVER = Optional.empty();

    /** The store, in a transaction of its own. */
    abstract void in(Consumer<GrantStore> work);

    /** Makes a custom role that a grant can name, and gives it. */
    abstract RoleRef customRole(Workspace workspace, String id);

    @Test
    void whatWasWrittenIsReadAsItWas() {
        Optional<RoleRef> custom = Optional.of(customRole(ACME, "r1"));
        Optional<Instant> end = Optional.of(NOW.plusMillis(1));
        Optional<String> ada = Optional.of("ada");
        WorkspaceGrant grant = new WorkspaceGrant("g1", "web", CREW, custom, end, Source.SCIM, ada, NOW, 4);
        in(store -> store.insert(ACME, grant));
        in(store -> assertEquals(Optional.of(grant), store.find(ACME.id(), "g1")));
        in(store -> assertEquals(Optional.of(grant), store.find(ACME.id(), "web", CREW, Source.SCIM)));
        WorkspaceGrant changed =
                new WorkspaceGrant("g1", "web", CREW, Optional.empty(), FOR_EVER, Source.SCIM, ada, NOW, 9);
        in(store -> store.update(ACME.id(), changed));
        in(store -> assertEquals(Optional.of(changed), store.find(ACME.id(), "g1")));
        in(store -> store.delete(ACME.id(), "g1"));
        in(store -> assertEquals(Optional.empty(), store.find(ACME.id(), "g1")));
    }

    @Test
    void oneOfAKindIsFoundByPlaceGranteeAndSource() {
        in(store -> {
            store.insert(ACME, grant("g1", "web", ANN, FOR_EVER));
            store.insert(ACME, grant("g2", "web", CREW, FOR_EVER));
            store.insert(ACME, grant("g3", "app", ANN, FOR_EVER));
            store.insert(BETA, grant("g4", "web", ANN, FOR_EVER));
        });
        in(store -> {
            assertEquals("g1", find(store, ACME, "web", ANN, Source.MANUAL));
            assertEquals("g2", find(store, ACME, "web", CREW, Source.MANUAL));
            assertEquals("g3", find(store, ACME, "app", ANN, Source.MANUAL));
            assertEquals("g4", find(store, BETA, "web", ANN, Source.MANUAL));
            assertEquals("none", find(store, ACME, "web", ANN, Source.SCIM));
            // a team isn't a user of the same id
            assertEquals("none", find(store, ACME, "web", Grantee.team(new TeamId("ann")), Source.MANUAL));
            assertEquals(Optional.empty(), store.find(BETA.id(), "g1"));
        });
    }

    @Test
    void pagesHoldWhatIsLiveByIdOfAProjectOrToSome() {
        in(store -> {
            store.insert(ACME, grant("g1", "web", ANN, FOR_EVER));
            store.insert(ACME, grant("g2", "web", CREW, Optional.of(NOW.plusMillis(1))));
            store.insert(ACME, grant("g3", "web", Grantee.team(new TeamId("other")), Optional.of(NOW)));
            store.insert(ACME, grant("g4", "app", CREW, FOR_EVER));
            store.insert(BETA, grant("g5", "web", CREW, FOR_EVER));
            store.insert(ACME, grant("g6", "web", Grantee.team(new TeamId("third")), FOR_EVER));
        });
        in(store -> {
            List<String> seen = new ArrayList<>();
            Optional<String> last = Optional.empty();
            do {
                List<String> page = ids(store.ofProject(ACME.id(), "web", NOW, 2, last));
                seen.addAll(page);
                last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            } while (last.isPresent());
            assertEquals(List.of("g1", "g2", "g6"), seen);
            assertEquals(List.of("g1", "g6"), ids(store.ofProject(ACME.id(), "web", NOW.plusMillis(1), 9, last)));
            assertEquals(List.of("g2", "g4"), ids(store.to(ACME.id(), Set.of(CREW), NOW, 9, last)));
            assertEquals(List.of("g1", "g2", "g4"), ids(store.to(ACME.id(), Set.of(CREW, ANN), NOW, 9, last)));
            assertEquals(List.of("g2"), ids(store.to(ACME.id(), Set.of(CREW, ANN), NOW, 1, Optional.of("g1"))));
            assertEquals(List.of(), ids(store.to(ACME.id(), Set.of(), NOW, 9, last)));
        });
    }

    @Test
    @Tag("MATE-5")
    void whatHasEndedIsFoundToBeSwept() {
        in(store -> {
            store.insert(ACME, grant("g1", "web", ANN, Optional.of(NOW)));
            store.insert(ACME, grant("g2", "app", ANN, Optional.of(NOW.minusMillis(5))));
            store.insert(ACME, grant("g3", "api", ANN, Optional.of(NOW.plusMillis(1))));
            store.insert(BETA, grant("g4", "web", ANN, FOR_EVER));
        });
        in(store -> {
            assertEquals(Set.of("g1", "g2"), Set.copyOf(ids(store.ended(ACME.id(), NOW))));
            assertEquals(List.of(), store.ended(BETA.id(), NOW));
            assertEquals(List.of(new Lapsing.Place(ACME.realm(), ACME.id())), store.lapsed(NOW, 10));
            assertEquals(List.of(), store.lapsed(NOW.minusSeconds(1), 10));
            assertEquals(Set.of("g1", "g2", "g3"), Set.copyOf(ids(store.allTo(ACME.id(), ANN))));
        });
    }

    @Test
    @Tag("ROLE-5")
    void aRoleIsUsedByTheGrantsThatNameIt() {
        RoleRef custom = customRole(ACME, "r1");
        in(store -> {
            store.insert(ACME, with("g1", "web", Optional.of(custom)));
            store.insert(ACME, with("g2", "app", Optional.of(ANALYST)));
            store.insert(ACME, with("g3", "api", Optional.of(ANALYST)));
            store.insert(ACME, with("g4", "old", Optional.empty()));
            store.insert(BETA, with("g5", "web", Optional.of(ANALYST)));
        });
        in(store -> {
            assertEquals(new RoleUse.Users("grants", 1, List.of("g1")), store.users(ACME.id(), custom));
            assertEquals(new RoleUse.Users("grants", 2, List.of("g2", "g3")), store.users(ACME.id(), ANALYST));
            assertEquals(0, store.users(BETA.id(), custom).count());
            assertEquals(
                    0, store.users(ACME.id(), new RoleRef.OfPreset("admin")).count());
        });
    }

    @Test
    @Tag("ROLE-5")
    void anotherRoleTakesTheOnesPlaceWithAVersionThatNobodyHasRead() {
        RoleRef custom = customRole(ACME, "r1");
        in(store -> {
            store.insert(ACME, with("g1", "web", Optional.of(custom)));
            store.insert(
                    ACME,
                    new WorkspaceGrant(
                            "g2", "web", CREW, Optional.of(custom), FOR_EVER, Source.MANUAL, Optional.empty(), NOW, 7));
            store.insert(ACME, with("g3", "app", Optional.empty()));
        });
        WorkspaceGrant[] before = new WorkspaceGrant[1];
        in(store -> before[0] = store.find(ACME.id(), "g1").orElseThrow());
        in(store -> store.replace(ACME.id(), custom, ANALYST, 8));
        in(store -> {
            WorkspaceGrant toAnn = store.find(ACME.id(), "g1").orElseThrow();
            assertEquals(Optional.of(ANALYST), toAnn.role());
            assertNotEquals(before[0].version(), toAnn.version());
            assertTrue(toAnn.version() < 0, "no counter of a teammate: " + toAnn.version());
            assertEquals(8, store.find(ACME.id(), "g2").orElseThrow().version());
            assertEquals(
                    Optional.empty(), store.find(ACME.id(), "g3").orElseThrow().role());
            assertEquals(0, store.users(ACME.id(), custom).count());
        });
    }

    @Test
    void whatGoesWithATeammateOrAWorkspaceLeavesTheOthers() {
        in(store -> {
            store.insert(ACME, grant("g1", "web", ANN, FOR_EVER));
            store.insert(ACME, grant("g2", "web", Grantee.team(new TeamId("ann")), FOR_EVER));
            store.insert(ACME, grant("g3", "web", Grantee.teammate(new UserId("bob")), FOR_EVER));
            store.insert(BETA, grant("g4", "web", ANN, FOR_EVER));
        });
        in(store -> store.removeAll(ACME.id(), new UserId("ann")));
        in(store -> assertEquals(List.of("g2", "g3"), ids(all(store, ACME))));
        in(store -> assertEquals(List.of("g4"), ids(all(store, BETA))));
        in(store -> store.removeAll(ACME.id()));
        in(store -> assertEquals(List.of(), all(store, ACME)));
        in(store -> assertTrue(store.find(BETA.id(), "g4").isPresent()));
        in(store -> store.removeAll(BETA.realm()));
        in(store -> assertEquals(List.of(), all(store, BETA)));
    }

    @Test
    @Tag("REALM-5")
    void whoeverMadeAGrantAndGoesIsTakenOutOfIt() {
        in(store -> {
            store.insert(ACME, madeBy("g1", ANN, "boss"));
            store.insert(BETA, madeBy("g2", ANN, "boss"));
            store.insert(ACME, madeBy("g3", CREW, "ann"));
        });
        in(store -> store.forgetMaker(new UserId("boss")));
        in(store -> {
            assertEquals(
                    Optional.empty(), store.find(ACME.id(), "g1").orElseThrow().madeBy());
            assertEquals(
                    Optional.empty(), store.find(BETA.id(), "g2").orElseThrow().madeBy());
            assertEquals(
                    Optional.of("ann"),
                    store.find(ACME.id(), "g3").orElseThrow().madeBy());
        });
    }

    private static WorkspaceGrant madeBy(String id, Grantee grantee, String maker) {
        return new WorkspaceGrant(
                id, "web", grantee, Optional.empty(), FOR_EVER, Source.MANUAL, Optional.of(maker), NOW, 1);
    }

    static WorkspaceGrant grant(String id, String project, Grantee grantee, Optional<Instant> until) {
        return new WorkspaceGrant(
                id, project, grantee, Optional.empty(), until, Source.MANUAL, Optional.empty(), NOW, 1);
    }

    static WorkspaceGrant with(String id, String project, Optional<RoleRef> role) {
        return new WorkspaceGrant(id, project, ANN, role, FOR_EVER, Source.MANUAL, Optional.empty(), NOW, 1);
    }

    private static String find(GrantStore store, Workspace workspace, String project, Grantee grantee, Source source) {
        return store.find(workspace.id(), project, grantee, source)
                .map(WorkspaceGrant::id)
                .orElse("none");
    }

    private static List<WorkspaceGrant> all(GrantStore store, Workspace workspace) {
        return store.ofProject(workspace.id(), "web", NOW, 100, Optional.empty());
    }

    private static List<String> ids(List<WorkspaceGrant> grants) {
        return grants.stream().map(WorkspaceGrant::id).toList();
    }
}
