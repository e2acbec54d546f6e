// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.role.RoleRef;
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

@Tag("MATE-1")
abstract class MemberStoreContract {

    static final Workspace ACME = RoleStoreContract.workspace("acme");
    static final Workspace BETA = RoleStoreContract.workspace("beta");
    static final RoleRef READER = new RoleRef.OfPreset("read-only");

    /** The store, in a transaction of its own; a custom role {@code r1} exists in acme. */
    abstract void in(Consumer<MemberStore> work);

    /** The store in a transaction of somebody else, that is done before this call returns. */
    abstract void apart(Consumer<MemberStore> work);

    @Test
    void whoJoinsTwiceIsThereOnceAsTheFirstTime() {
        Teammate ann = teammate("ann", "ann", READER, 3);
        in(store -> assertTrue(store.insert(ACME.realm(), ACME.id(), ann)));
        in(store -> assertFalse(
                store.insert(ACME.realm(), ACME.id(), teammate("ann", "other", new RoleRef.OfPreset("admin"), 9))));
        in(store -> assertEquals(Optional.of(ann), store.find(ACME.id(), ann.user())));
        in(store -> assertEquals(Optional.empty(), store.find(BETA.id(), ann.user())));
    }

    @Test
    void aRoleIsAPresetOrACustomOne() {
        in(store -> store.insert(ACME.realm(), ACME.id(), teammate("ann", "ann", READER, 0)));
        UserId ann = new UserId("ann");
        RoleRef custom = new RoleRef.OfCustom("r1");
        in(store -> store.assign(ACME.id(), ann, custom, Source.MANUAL, 1));
        in(store -> {
            Teammate changed = store.find(ACME.id(), ann).orElseThrow();
            assertEquals(custom, changed.role());
            assertEquals(1, changed.epoch());
            assertEquals(Source.MANUAL, changed.source());
            assertEquals(List.of("ann"), store.users(ACME.id(), custom).first());
            assertEquals(0, store.users(ACME.id(), READER).count());
        });
        in(store -> store.assign(ACME.id(), ann, READER, Source.MANUAL, 2));
        in(store -> assertEquals(1, store.users(ACME.id(), READER).count()));
    }

    @Test
    void pagesAreByNameAndThenByUserWithoutAGapOrADouble() {
        in(store -> {
            for (int i = 0; i < 9; i++) {
                store.insert(ACME.realm(), ACME.id(), teammate("u" + i, i % 2 == 0 ? "same" : "other", READER, 0));
            }
            store.insert(BETA.realm(), BETA.id(), teammate("elsewhere", "same", READER, 0));
        });
        in(store -> {
            List<String> seen = new ArrayList<>();
            Optional<Teammate> last = Optional.empty();
            do {
                List<Teammate> page = store.page(
                        ACME.id(),
                        2,
                        last.map(Teammate::sortName),
                        last.map(mate -> mate.user().value()));
                page.forEach(mate -> seen.add(mate.user().value()));
                last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            } while (last.isPresent());
            assertEquals(List.of("u1", "u3", "u5", "u7", "u0", "u2", "u4", "u6", "u8"), seen);
        });
    }

    @Test
    void aNameIsCopiedInEveryWorkspaceOfTheUser() {
        UserId ann = new UserId("ann");
        in(store -> {
            store.insert(ACME.realm(), ACME.id(), teammate("ann", "old", READER, 4));
            store.insert(BETA.realm(), BETA.id(), teammate("ann", "old", READER, 5));
        });
        in(store -> store.rename(ann, "new"));
        in(store -> {
            assertEquals(
                    teammate("ann", "new", READER, 4),
                    store.find(ACME.id(), ann).orElseThrow());
            assertEquals(
                    teammate("ann", "new", READER, 5),
                    store.find(BETA.id(), ann).orElseThrow());
            assertEquals(Set.of(ACME.id(), BETA.id()), Set.copyOf(store.workspaces(ann)));
        });
    }

    @Test
    void copyingANameUndoesNoRoleThatWasGivenMeanwhile() {
        UserId ann = new UserId("ann");
        RoleRef admin = new RoleRef.OfPreset("admin");
        in(store -> store.insert(ACME.realm(), ACME.id(), teammate("ann", "old", admin, 3)));
        in(store -> {
            assertEquals(admin, store.find(ACME.id(), ann).orElseThrow().role());
            apart(other -> other.assign(ACME.id(), ann, READER, Source.MANUAL, 4));
            store.rename(ACME.id(), ann, "new");
        });
        in(store -> {
            Teammate now = store.find(ACME.id(), ann).orElseThrow();
            assertEquals(READER, now.role());
            assertEquals(4, now.epoch());
            assertEquals("new", now.sortName());
        });
        in(store -> {
            store.find(ACME.id(), ann);
            apart(other -> other.delete(ACME.id(), ann));
            store.rename(ACME.id(), ann, "newer");
            assertEquals(Optional.empty(), store.reread(ACME.id(), ann));
        });
    }

    @Test
    void whoGoesIsGoneAndTheOthersStay() {
        in(store -> {
            store.insert(ACME.realm(), ACME.id(), teammate("ann", "a", READER, 0));
            store.insert(ACME.realm(), ACME.id(), teammate("bob", "b", READER, 0));
            store.insert(BETA.realm(), BETA.id(), teammate("ann", "a", READER, 0));
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

    private static List<String> users(MemberStore store, Workspace workspace) {
        return store.page(workspace.id(), 100, Optional.empty(), Optional.empty()).stream()
                .map(mate -> mate.user().value())
                .toList();
    }

    private static Teammate teammate(String user, String sortName, RoleRef role, long epoch) {
        return new Teammate(
                new UserId(user),
                role,
                Teammate.Status.ACTIVE,
                Source.KEYCLOAK,
                Instant.parse("2026-01-01T00:00:00.123Z"),
                sortName,
                epoch);
    }
}
