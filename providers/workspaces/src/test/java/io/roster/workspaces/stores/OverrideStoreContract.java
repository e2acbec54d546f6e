// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.roster.access.Effect;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.override.OverrideStore;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MATE-2")
abstract class OverrideStoreContract {

    private static final Workspace ACME = RoleStoreContract.workspace("acme");
    private static final Workspace BETA = RoleStoreContract.workspace("beta");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final UserId BOSS = new UserId("boss");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.125Z");
    private static final Optional<Instant> FOR_EVER = Optional.empty();
    private static final Optional<String> EVERYWHERE = Optional.empty();

    /** The store, in a transaction of its own. */
    abstract void in(Consumer<OverrideStore> work);

    @Test
    void whatIsWrittenIsRead() {
        TeammateOverride full = new TeammateOverride(
                "o1",
                ANN,
                Effect.DENY,
                1_023,
                Optional.of("web"),
                Optional.of("Nach Absprache, 承認済み\nbis März 🎈"),
                Optional.of(NOW),
                Source.MANUAL,
                Optional.of(BOSS),
                NOW);
        TeammateOverride bare = override("o2", ANN, Effect.ALLOW, 0, EVERYWHERE, FOR_EVER);
        in(store -> {
            store.insert(ACME, full);
            store.insert(ACME, bare);
        });
        in(store -> {
            assertEquals(Optional.of(full), store.find(ACME.id(), ANN, "o1"));
            assertEquals(Optional.of(bare), store.find(ACME.id(), ANN, "o2"));
            assertEquals(Optional.empty(), store.find(ACME.id(), BOB, "o1"));
            assertEquals(Optional.empty(), store.find(BETA.id(), ANN, "o1"));
            assertEquals(Optional.of(full), store.at(ACME.id(), ANN, Effect.DENY, 1_023, Optional.of("web")));
            assertEquals(Optional.of(bare), store.at(ACME.id(), ANN, Effect.ALLOW, 0, EVERYWHERE));
            assertEquals(Optional.empty(), store.at(ACME.id(), ANN, Effect.ALLOW, 0, Optional.of("web")));
            assertEquals(Optional.empty(), store.at(ACME.id(), ANN, Effect.DENY, 0, EVERYWHERE));
            assertEquals(Optional.empty(), store.at(BETA.id(), ANN, Effect.ALLOW, 0, EVERYWHERE));
        });
        TeammateOverride changed = new TeammateOverride(
                "o1",
                ANN,
                Effect.DENY,
                1_023,
                Optional.of("web"),
                Optional.empty(),
                FOR_EVER,
                Source.MANUAL,
                Optional.of(BOSS),
                NOW);
        in(store -> store.update(ACME.id(), changed));
        in(store -> assertEquals(Optional.of(changed), store.find(ACME.id(), ANN, "o1")));
        in(store -> store.delete(ACME.id(), "o1"));
        in(store -> assertEquals(Optional.empty(), store.find(ACME.id(), ANN, "o1")));
        in(store -> assertEquals(Optional.of(bare), store.find(ACME.id(), ANN, "o2")));
    }

    @Test
    void aPageHasWhatHasNotEndedInOneOrder() {
        in(store -> {
            store.insert(ACME, override("o1", ANN, Effect.DENY, 7, Optional.of("web"), FOR_EVER));
            store.insert(ACME, override("o2", ANN, Effect.ALLOW, 9, Optional.of("app"), FOR_EVER));
            store.insert(ACME, override("o3", ANN, Effect.DENY, 3, EVERYWHERE, FOR_EVER));
            store.insert(ACME, override("o4", ANN, Effect.ALLOW, 3, EVERYWHERE, Optional.of(NOW.plusMillis(1))));
            store.insert(ACME, override("o5", ANN, Effect.ALLOW, 2, EVERYWHERE, Optional.of(NOW)));
            store.insert(ACME, override("o6", ANN, Effect.ALLOW, 2, Optional.of("web"), FOR_EVER));
            store.insert(ACME, override("o7", BOB, Effect.ALLOW, 2, EVERYWHERE, FOR_EVER));
            store.insert(BETA, override("o8", ANN, Effect.ALLOW, 2, EVERYWHERE, FOR_EVER));
        });
        List<String> order = List.of("o4", "o3", "o2", "o6", "o1");
        in(store -> assertEquals(order, ids(store.page(ACME.id(), ANN, NOW, 9, Optional.empty()))));
        in(store -> {
            Optional<TeammateOverride.Position> after = Optional.empty();
            for (String expected : order) {
                List<TeammateOverride> page = store.page(ACME.id(), ANN, NOW, 1, after);
                assertEquals(List.of(expected), ids(page));
                after = Optional.of(page.get(0).position());
            }
            assertEquals(List.of(), store.page(ACME.id(), ANN, NOW, 1, after));
        });
        in(store -> assertEquals(
                List.of("o3", "o2", "o6", "o1"),
                ids(store.page(ACME.id(), ANN, NOW.plusMillis(1), 9, Optional.empty()))));
    }

    @Test
    void thereIsOneOfAKindForAPermissionAtAPlace() {
        in(store -> {
            store.insert(ACME, override("o1", ANN, Effect.ALLOW, 3, EVERYWHERE, FOR_EVER));
            store.insert(ACME, override("o2", ANN, Effect.DENY, 3, EVERYWHERE, FOR_EVER));
            store.insert(ACME, override("o3", ANN, Effect.ALLOW, 3, Optional.of("web"), FOR_EVER));
        });
        assertThrows(
                RuntimeException.class,
                () -> in(store ->
                        store.insert(ACME, override("o4", ANN, Effect.ALLOW, 3, EVERYWHERE, Optional.of(NOW)))));
        in(store -> {
            assertEquals(3, store.page(ACME.id(), ANN, NOW, 9, Optional.empty()).size());
            store.delete(ACME.id(), "o1");
            store.insert(ACME, override("o5", ANN, Effect.ALLOW, 3, EVERYWHERE, FOR_EVER));
        });
        in(store -> assertEquals(
                3, store.page(ACME.id(), ANN, NOW, 9, Optional.empty()).size()));
    }

    @Test
    @Tag("MATE-5")
    void whatHasEndedIsFoundByWorkspace() {
        in(store -> {
            store.insert(ACME, override("o1", ANN, Effect.ALLOW, 1, EVERYWHERE, Optional.of(NOW)));
            store.insert(ACME, override("o2", BOB, Effect.ALLOW, 1, EVERYWHERE, Optional.of(NOW.minusSeconds(9))));
            store.insert(ACME, override("o3", BOB, Effect.ALLOW, 2, EVERYWHERE, FOR_EVER));
            store.insert(BETA, override("o4", ANN, Effect.ALLOW, 1, EVERYWHERE, Optional.of(NOW.plusMillis(1))));
        });
        in(store -> {
            assertEquals(List.of(new Lapsing.Place(ACME.realm(), ACME.id())), store.lapsed(NOW, 9));
            assertEquals(2, store.lapsed(NOW.plusMillis(1), 9).size());
            assertEquals(1, store.lapsed(NOW.plusMillis(1), 1).size());
            assertEquals(List.of(), store.lapsed(NOW.minusSeconds(10), 9));
            assertEquals(
                    List.of("o1", "o2"),
                    ids(store.lapsed(ACME.id(), NOW, 9)).stream().sorted().toList());
            assertEquals(1, store.lapsed(ACME.id(), NOW, 1).size());
            assertEquals(List.of(), store.lapsed(BETA.id(), NOW, 9));
        });
    }

    @Test
    @Tag("REALM-5")
    void whoGoesTakesTheirsAlongAndTheirIdOutOfOthers() {
        in(store -> {
            store.insert(ACME, override("o1", ANN, Effect.ALLOW, 1, EVERYWHERE, FOR_EVER));
            store.insert(ACME, override("o2", BOB, Effect.ALLOW, 1, EVERYWHERE, FOR_EVER));
            store.insert(BETA, override("o3", ANN, Effect.ALLOW, 1, EVERYWHERE, FOR_EVER));
        });
        in(store -> store.removeAll(ACME.id(), ANN));
        in(store -> {
            assertEquals(Optional.empty(), store.find(ACME.id(), ANN, "o1"));
            assertEquals(
                    Optional.of(BOSS),
                    store.find(ACME.id(), BOB, "o2").orElseThrow().madeBy());
            assertEquals(
                    Optional.of(BOSS),
                    store.find(BETA.id(), ANN, "o3").orElseThrow().madeBy());
        });
        in(store -> store.forgetMaker(ANN));
        in(store -> assertEquals(
                Optional.of(BOSS),
                store.find(BETA.id(), ANN, "o3").orElseThrow().madeBy()));
        in(store -> store.forgetMaker(BOSS));
        in(store -> assertEquals(
                Optional.empty(), store.find(BETA.id(), ANN, "o3").orElseThrow().madeBy()));
        in(store -> store.removeAll(BETA.id()));
        in(store -> {
            assertEquals(Optional.empty(), store.find(BETA.id(), ANN, "o3"));
            assertEquals(1, store.page(ACME.id(), BOB, NOW, 9, Optional.empty()).size());
        });
        in(store -> store.removeAll(ACME.realm()));
        in(store -> assertEquals(Optional.empty(), store.find(ACME.id(), BOB, "o2")));
    }

    private static TeammateOverride override(
            String id, UserId user, Effect effect, int bit, Optional<String> project, Optional<Instant> until) {
        return new TeammateOverride(
                id, user, effect, bit, project, Optional.empty(), until, Source.MANUAL, Optional.of(BOSS), NOW);
    }

    private static List<String> ids(List<TeammateOverride> overrides) {
        return overrides.stream().map(TeammateOverride::id).toList();
    }
}
