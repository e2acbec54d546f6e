// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.member.Assigned;
import io.roster.workspaces.member.Card;
import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MATE-1")
abstract class MemberStoreContract extends TeammateListContract {

    /** The store in a transaction of somebody else, that is done before this call returns. */
    abstract void apart(Consumer<MemberStore> work);

    @Test
    void whoJoinsTwiceIsThereOnceAsTheFirstTime() {
        Teammate ann = teammate("ann", "ann", READER, 3);
        in(store -> assertTrue(store.insert(ACME.realm(), ACME.id(), ann, List.of("ann"))));
        in(store -> assertFalse(store.insert(
                ACME.realm(),
                ACME.id(),
                teammate("ann", "other", new RoleRef.OfPreset("admin"), 9),
                List.of("other"))));
        in(store -> assertEquals(Optional.of(ann), store.find(ACME.id(), ann.user())));
        in(store -> assertEquals(Optional.empty(), store.find(BETA.id(), ann.user())));
    }

    @Test
    void aRoleIsAPresetOrACustomOne() {
        in(store -> store.insert(ACME.realm(), ACME.id(), teammate("ann", "ann", READER, 0), List.of("ann")));
        UserId ann = new UserId("ann");
        RoleRef custom = new RoleRef.OfCustom("r1");
        in(store -> store.assign(ACME.id(), ann, Assigned.lasting(custom), Source.MANUAL));
        in(store -> {
            Teammate changed = store.find(ACME.id(), ann).orElseThrow();
            assertEquals(custom, changed.role());
            assertEquals(1, changed.epoch());
            assertEquals(Source.MANUAL, changed.source());
            assertEquals(List.of("ann"), store.users(ACME.id(), custom).first());
            assertEquals(0, store.users(ACME.id(), READER).count());
        });
        in(store -> store.assign(ACME.id(), ann, Assigned.lasting(READER), Source.MANUAL));
        in(store -> assertEquals(1, store.users(ACME.id(), READER).count()));
    }

    @Test
    @Tag("ROLE-5")
    void anotherRoleTakesTheOnesPlaceNowAndNext() {
        RoleRef custom = new RoleRef.OfCustom("r1");
        RoleRef analyst = new RoleRef.OfPreset("analyst");
        Optional<Instant> end = Optional.of(Instant.parse("2026-03-01T00:00:00Z"));
        Assigned next = new Assigned(analyst, end, Optional.of(custom));
        in(store -> {
            for (String user : List.of("ann", "bob", "cat")) {
                store.insert(ACME.realm(), ACME.id(), teammate(user, user, READER, 3), List.of(user));
            }
        });
        in(store -> store.assign(ACME.id(), new UserId("ann"), Assigned.lasting(custom), Source.MANUAL));
        in(store -> store.assign(ACME.id(), new UserId("bob"), next, Source.IMPORT));
        in(store -> store.replace(ACME.id(), custom, analyst, 1));
        in(store -> {
            Teammate ann = store.find(ACME.id(), new UserId("ann")).orElseThrow();
            Teammate bob = store.find(ACME.id(), new UserId("bob")).orElseThrow();
            assertEquals(Assigned.lasting(analyst), ann.assigned());
            assertEquals(new Assigned(analyst, end, Optional.of(analyst)), bob.assigned());
            assertEquals(Source.IMPORT, bob.source());
            assertEquals(5, ann.epoch());
            assertEquals(5, bob.epoch());
            assertEquals(
                    3, store.find(ACME.id(), new UserId("cat")).orElseThrow().epoch());
            assertEquals(0, store.users(ACME.id(), custom).count());
        });
        in(store -> store.replace(ACME.id(), analyst, custom, 2));
        in(store -> {
            assertEquals(2, store.users(ACME.id(), custom).count());
            assertEquals(0, store.users(ACME.id(), analyst).count());
        });
    }

    @Test
    void aCounterThatRisesWhileARoleIsGivenRisesForBoth() {
        UserId ann = new UserId("ann");
        in(store -> store.insert(ACME.realm(), ACME.id(), teammate("ann", "ann", READER, 3), List.of("ann")));
        in(store -> {
            assertTrue(store.touch(ACME.id(), ann));
            assertEquals(4, store.find(ACME.id(), ann).orElseThrow().epoch());
            assertTrue(store.touch(ACME.id(), ann));
            assertEquals(5, store.find(ACME.id(), ann).orElseThrow().epoch());
            assertFalse(store.touch(BETA.id(), ann));
        });
        in(store -> {
            assertEquals(5, store.find(ACME.id(), ann).orElseThrow().epoch());
            apart(other -> other.touch(ACME.id(), ann));
            store.assign(ACME.id(), ann, Assigned.lasting(new RoleRef.OfPreset("admin")), Source.MANUAL);
        });
        in(store -> assertEquals(7, store.find(ACME.id(), ann).orElseThrow().epoch()));
    }

    @Test
    void aStatusChangesAloneAndListsAreFilteredByIt() {
        UserId ann = new UserId("ann");
        Teammate before = teammate("ann", "ann", READER, 3);
        in(store -> {
            store.insert(ACME.realm(), ACME.id(), before, List.of("ann"));
            store.insert(BETA.realm(), BETA.id(), before, List.of("ann"));
        });
        in(store -> store.setStatus(ACME.id(), ann, Teammate.Status.SUSPENDED));
        TeammateQuery suspended = TeammateQuery.of(null, null, "suspended", null, null);
        in(store -> {
            Teammate now = store.find(ACME.id(), ann).orElseThrow();
            assertEquals(Teammate.Status.SUSPENDED, now.status());
            assertEquals(READER, now.role());
            assertEquals(4, now.epoch());
            assertEquals(
                    1,
                    store.page(ACME.id(), suspended, START, 10, Optional.empty())
                            .size());
            assertEquals(
                    0,
                    store.page(BETA.id(), suspended, START, 10, Optional.empty())
                            .size());
        });
        in(store -> store.setStatus(ACME.id(), ann, Teammate.Status.ACTIVE));
        in(store -> assertEquals(
                0, store.page(ACME.id(), suspended, START, 10, Optional.empty()).size()));
    }

    @Test
    @Tag("MATE-5")
    void aRoleThatEndsHasOneThatFollowsAndBothAreInUse() {
        RoleRef custom = new RoleRef.OfCustom("r1");
        RoleRef analyst = new RoleRef.OfPreset("analyst");
        Instant end = Instant.parse("2026-03-01T00:00:00.250Z");
        Assigned temporary = new Assigned(analyst, Optional.of(end), Optional.of(custom));
        Assigned other = new Assigned(custom, Optional.of(end.plusMillis(1)), Optional.of(READER));
        in(store -> {
            for (String user : List.of("ann", "bob", "cat")) {
                store.insert(ACME.realm(), ACME.id(), teammate(user, user, READER, 5), List.of(user));
            }
            store.insert(BETA.realm(), BETA.id(), teammate("ann", "ann", READER, 0), List.of("ann"));
        });
        in(store -> store.assign(ACME.id(), new UserId("ann"), temporary, Source.MANUAL));
        in(store -> store.assign(ACME.id(), new UserId("bob"), other, Source.IMPORT));
        in(store -> {
            Teammate ann = store.find(ACME.id(), new UserId("ann")).orElseThrow();
            assertEquals(temporary, ann.assigned());
            assertEquals(6, ann.epoch());
            assertEquals(List.of("ann", "bob"), store.users(ACME.id(), custom).first());
            assertEquals(List.of("ann"), store.users(ACME.id(), analyst).first());
            assertEquals(List.of("bob", "cat"), store.users(ACME.id(), READER).first());
            assertEquals(List.of(), store.lapsed(end.minusMillis(1), 9));
            assertEquals(List.of(), store.lapsed(ACME.id(), end.minusMillis(1), 9));
            assertEquals(List.of(new Lapsing.Place(ACME.realm(), ACME.id())), store.lapsed(end.plusMillis(1), 9));
            assertEquals(List.of(ann), store.lapsed(ACME.id(), end, 9));
            assertEquals(2, store.lapsed(ACME.id(), end.plusMillis(1), 9).size());
            assertEquals(1, store.lapsed(ACME.id(), end.plusMillis(1), 1).size());
            assertEquals(List.of(), store.lapsed(BETA.id(), end.plusMillis(1), 9));
        });
        in(store -> store.assign(ACME.id(), new UserId("ann"), Assigned.lasting(custom), Source.MANUAL));
        in(store -> {
            assertEquals(List.of(), store.lapsed(ACME.id(), end, 9));
            assertEquals(0, store.users(ACME.id(), analyst).count());
        });
    }

    @Test
    @Tag("MATE-5")
    void theFilterByRoleGoesByWhatCountsAtTheMoment() {
        RoleRef analyst = new RoleRef.OfPreset("analyst");
        RoleRef custom = new RoleRef.OfCustom("r1");
        Instant end = Instant.parse("2026-03-01T00:00:00Z");
        in(store -> {
            for (String user : List.of("ann", "bob", "cat")) {
                store.insert(ACME.realm(), ACME.id(), teammate(user, user, analyst, 0), List.of(user));
            }
            store.assign(
                    ACME.id(),
                    new UserId("ann"),
                    new Assigned(analyst, Optional.of(end), Optional.of(custom)),
                    Source.MANUAL);
            store.assign(
                    ACME.id(),
                    new UserId("cat"),
                    new Assigned(analyst, Optional.of(end.plusSeconds(9)), Optional.of(READER)),
                    Source.MANUAL);
        });
        in(store -> {
            for (Instant before : List.of(START, end.minusMillis(1))) {
                assertEquals(List.of("ann", "bob", "cat"), users(store, "analyst", before));
                assertEquals(List.of(), users(store, "r1", before));
            }
            assertEquals(List.of("bob", "cat"), users(store, "analyst", end));
            assertEquals(List.of("ann"), users(store, "r1", end));
            assertEquals(List.of("bob"), users(store, "analyst", end.plusSeconds(9)));
            assertEquals(List.of("cat"), users(store, "read-only", end.plusSeconds(9)));
        });
    }

    private static List<String> users(MemberStore store, String role, Instant now) {
        return store.page(ACME.id(), query(null, role, null, null, null), now, 9, Optional.empty()).stream()
                .map(found -> found.teammate().user().value())
                .toList();
    }

    @Test
    @Tag("MATE-2")
    void whereSomebodyStartsAndEachTouchRaisesTheirCounterAndNothingElse() {
        UserId ann = new UserId("ann");
        Start start = new Start("web", "development");
        in(store -> store.insert(ACME.realm(), ACME.id(), teammate("ann", "ann", READER, 3), List.of("ann")));
        in(store -> {
            assertEquals(
                    Optional.empty(), store.find(ACME.id(), ann).orElseThrow().start());
            store.start(ACME.id(), ann, Optional.of(start));
            assertEquals(
                    Optional.of(start), store.find(ACME.id(), ann).orElseThrow().start());
            store.touch(ACME.id(), ann);
            assertEquals(5, store.find(ACME.id(), ann).orElseThrow().epoch());
            assertEquals(READER, store.find(ACME.id(), ann).orElseThrow().role());
        });
        in(store -> store.start(ACME.id(), ann, Optional.empty()));
        in(store -> assertEquals(
                teammate("ann", "ann", READER, 6), store.find(ACME.id(), ann).orElseThrow()));
    }

    @Test
    void whatIsCopiedIsCopiedInEveryWorkspaceOfTheUser() {
        UserId ann = new UserId("ann");
        in(store -> {
            store.insert(ACME.realm(), ACME.id(), teammate("ann", "old", READER, 4), List.of("old"));
            store.insert(BETA.realm(), BETA.id(), teammate("ann", "old", READER, 5), List.of("old"));
            store.insert(ACME.realm(), ACME.id(), teammate("bob", "old", READER, 6), List.of("old"));
        });
        Card card = new Card("new", "ann@example.com", List.of("ann@example.com", "new"));
        in(store -> store.copy(ann, card));
        in(store -> {
            for (Workspace workspace : List.of(ACME, BETA)) {
                Teammate now = store.find(workspace.id(), ann).orElseThrow();
                assertEquals(card.copied(), now.copied());
                assertEquals(workspace.equals(ACME) ? 4 : 5, now.epoch());
                assertEquals(List.of("ann"), found(store, workspace, "new"));
                assertEquals(List.of("ann"), found(store, workspace, "ann@"));
            }
            assertEquals(List.of("bob"), found(store, ACME, "old"));
            assertEquals(List.of(), found(store, BETA, "old"));
            assertEquals(Set.of(ACME.id(), BETA.id()), Set.copyOf(store.workspaces(ann)));
        });
        in(store -> store.copy(ACME, ann, new Card("newer", "", List.of("newer"))));
        in(store -> {
            assertEquals(List.of("ann"), found(store, ACME, "newer"));
            assertEquals(List.of(), found(store, ACME, "ann@"));
            assertEquals(List.of("ann"), found(store, BETA, "ann@"));
            assertEquals(List.of(), found(store, BETA, "newer"));
        });
    }

    @Test
    void copyingUndoesNoRoleThatWasGivenMeanwhile() {
        UserId ann = new UserId("ann");
        RoleRef admin = new RoleRef.OfPreset("admin");
        in(store -> store.insert(ACME.realm(), ACME.id(), teammate("ann", "old", admin, 3), List.of("old")));
        in(store -> {
            assertEquals(admin, store.find(ACME.id(), ann).orElseThrow().role());
            apart(other -> other.assign(ACME.id(), ann, Assigned.lasting(READER), Source.MANUAL));
            store.copy(ACME, ann, new Card("new", "", List.of("new")));
        });
        in(store -> {
            Teammate now = store.find(ACME.id(), ann).orElseThrow();
            assertEquals(READER, now.role());
            assertEquals(4, now.epoch());
            assertEquals("new", now.copied().sortName());
        });
        in(store -> {
            store.find(ACME.id(), ann);
            apart(other -> other.delete(ACME.id(), ann));
            store.copy(ACME, ann, new Card("newer", "", List.of("newer")));
            assertEquals(Optional.empty(), store.reread(ACME.id(), ann));
        });
    }

    @Test
    void whoGoesIsGoneAndTheOthersStay() {
        in(store -> {
            store.insert(ACME.realm(), ACME.id(), teammate("ann", "a", READER, 0), List.of("ann"));
            store.insert(ACME.realm(), ACME.id(), teammate("bob", "b", READER, 0), List.of("bob"));
            store.insert(BETA.realm(), BETA.id(), teammate("ann", "a", READER, 0), List.of("ann"));
        });
        in(store -> store.delete(ACME.id(), new UserId("ann")));
        in(store -> store.delete(ACME.id(), new UserId("nobody")));
        in(store -> assertEquals(List.of("bob"), users(store, ACME)));
        in(store -> assertEquals(List.of("ann"), users(store, BETA)));
        in(store -> store.removeAll(BETA.id()));
        in(store -> assertEquals(List.of(), users(store, BETA)));
        in(store -> assertEquals(List.of("bob"), users(store, ACME)));
        in(store -> store.removeAll(ACME.realm()));
        in(store -> assertEquals(List.of(), users(store, ACME)));
    }
}
