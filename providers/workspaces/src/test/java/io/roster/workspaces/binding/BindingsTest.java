// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.binding.Bindings.Wanted;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.RealmRights;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.RealmId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SCIM-6")
class BindingsTest {

    private static final Wanted ALL = new Wanted(true, null);

    private final Play play = new Play();
    private final Caller manager = RealmRights.manager();
    private final Client robot = play.clients.add("robot", true);

    @BeforeEach
    void nothingWasSaidYet() {
        play.events.clear();
    }

    @Test
    void aBindingIsAListOrAll() {
        assertEquals(
                List.of("acme", "beta"),
                bind("robot", some("beta", "acme", "beta")).aliases());
        assertEquals(List.of("acme", "beta"), get().aliases());
        assertFalse(get().all());
        bind("robot", ALL);
        assertTrue(get().all());
        assertEquals(List.of(), get().aliases());
        bind("robot", new Wanted(false, List.of("beta")));
        assertEquals(List.of("beta"), get().aliases());
    }

    @Test
    void onlyTheFirstTimeIsNew() {
        assertTrue(save("robot", ALL, Expected.any()).isNew());
        assertFalse(save("robot", some("acme"), Expected.any()).isNew());
        play.bindings.unbind(manager, play.realm, "robot", Expected.any());
        assertTrue(save("robot", some("acme"), Expected.any()).isNew());
    }

    @Test
    void whoMayViewTheRealmLooksAndWhoManagesItChanges() {
        Caller viewer = RealmRights.viewer();
        for (Caller caller : List.of(viewer, RealmRights.neither(), boss(), account())) {
            refused(ProblemCode.FORBIDDEN, () -> play.bindings.bind(caller, play.realm, "robot", ALL, Expected.any()));
        }
        bind("robot", ALL);
        for (Caller caller : List.of(viewer, RealmRights.neither(), boss(), account())) {
            refused(ProblemCode.FORBIDDEN, () -> play.bindings.unbind(caller, play.realm, "robot", Expected.any()));
        }
        for (Caller caller : List.of(RealmRights.neither(), boss(), account())) {
            refused(ProblemCode.FORBIDDEN, () -> play.bindings.get(caller, play.realm, "robot"));
            refused(ProblemCode.FORBIDDEN, () -> play.bindings.list(caller, play.realm, everything()));
        }
        assertTrue(play.bindings.get(viewer, play.realm, "robot").all());
        assertEquals(
                1, play.bindings.list(viewer, play.realm, everything()).items().size());
        // Roster itself, which carries out what a realm's administrator has decided
        play.bindings.unbind(SERVER, play.realm, "robot", Expected.any());
        play.bindings.bind(SERVER, play.realm, "robot", some("acme"), Expected.any());
        assertEquals(
                List.of("acme"), play.bindings.get(SERVER, play.realm, "robot").aliases());
    }

    @Test
    void whatNamesNoWorkspaceIsSaidAtOnce() {
        Problem problem = refused(
                ProblemCode.VALIDATION, () -> bind("robot", some("acme", "gamma", "ACME", "delta", "nul\0", "")));
        assertTrue(problem.getMessage().contains("[, ACME, delta, gamma, nul\0]"), problem.getMessage());
        for (Wanted nothing : List.of(
                new Wanted(null, null),
                new Wanted(false, null),
                new Wanted(null, List.of()),
                new Wanted(true, List.of("acme")),
                new Wanted(null, Arrays.asList("acme", null)))) {
            refused(ProblemCode.VALIDATION, () -> bind("robot", nothing));
        }
        refused(ProblemCode.VALIDATION, () -> bind("robot", new Wanted(null, Collections.nCopies(1_001, "acme"))));
        refused(ProblemCode.NOT_FOUND, this::get);
        assertEquals(List.of(), play.events);
        bind("robot", new Wanted(null, Collections.nCopies(1_000, "acme")));
        assertEquals(List.of("acme"), get().aliases());
    }

    @Test
    void thereHasToBeSomebodyToBind() {
        play.clients.add("page", false);
        refused(ProblemCode.VALIDATION, () -> bind("page", ALL));
        for (String unknown : List.of("nobody", "", "nul\0", robot.id().value())) {
            refused(ProblemCode.NOT_FOUND, () -> bind(unknown, ALL));
            refused(ProblemCode.NOT_FOUND, () -> play.bindings.get(manager, play.realm, unknown));
            refused(ProblemCode.NOT_FOUND, () -> play.bindings.unbind(manager, play.realm, unknown, Expected.any()));
        }
        bind("robot", ALL);
    }

    @Test
    void whoReadBeforeAChangeComesTooLate() {
        refused(ProblemCode.STALE, () -> save("robot", ALL, Expected.of("\"any\"")));
        String first = bind("robot", some("acme")).version();
        Expected asRead = Expected.of('"' + first + '"');
        String second = save("robot", some("beta"), asRead).binding().version();
        assertNotEquals(first, second);
        refused(ProblemCode.STALE, () -> save("robot", ALL, asRead));
        refused(ProblemCode.STALE, () -> play.bindings.unbind(manager, play.realm, "robot", asRead));
        assertEquals(List.of("beta"), get().aliases());
        play.bindings.unbind(manager, play.realm, "robot", Expected.of('"' + second + '"'));
        refused(ProblemCode.NOT_FOUND, this::get);
    }

    @Test
    void aWorkspaceThatGoesLeavesTheBindingAndChangesItsVersion() {
        String before = bind("robot", some("acme", "beta")).version();
        play.bindings.removed(play.realm, play.acme.id());
        assertEquals(List.of("beta"), get().aliases());
        assertNotEquals(before, get().version());
        play.bindings.removed(play.realm, play.beta.id());
        refused(ProblemCode.NOT_FOUND, this::get);
        bind("robot", ALL);
        play.bindings.removed(play.realm, play.acme.id());
        assertTrue(get().all());
    }

    @Test
    @Tag("AUDIT-3")
    void whatChangesIsSaidOnceWithBeforeAndAfter() {
        Binding acme = bind("robot", some("acme"));
        bind("robot", some("acme"));
        Binding all = bind("robot", ALL);
        play.bindings.unbind(manager, play.realm, "robot", Expected.any());
        bind("robot", ALL);
        play.bindings.removed(SERVER, play.realm, robot);
        play.bindings.removed(SERVER, play.realm, robot);
        assertEquals(
                List.of(
                        changed(null, acme),
                        changed(acme, all),
                        changed(all, null),
                        changed(null, all),
                        changed(all, null)),
                play.events);
    }

    @Test
    void pagesHoldEveryBoundClientOnceByItsName() {
        List<String> names = new ArrayList<>(List.of("robot"));
        bind("robot", some("acme"));
        for (int i = 0; i < 9; i++) {
            names.add("client" + i);
            play.clients.add("client" + i, true);
            bind("client" + i, i % 2 == 0 ? ALL : some("acme", "beta"));
        }
        play.clients.add("aside", true);
        Collections.sort(names);
        List<String> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Binding> page = play.bindings.list(manager, play.realm, new PageRequest(3, after));
            page.items().forEach(binding -> seen.add(binding.client().name()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(names, seen);
    }

    @Test
    void changesNeedARealmThatWasSwitchedOnAndAConnectionThatReadsWhatIsCommitted() {
        RealmId never = new RealmId("never");
        refused(ProblemCode.NOT_READY, () -> play.bindings.bind(manager, never, "robot", ALL, Expected.any()));
        bind("robot", ALL);
        play.workspaceStore.readFromSnapshots();
        refused(ProblemCode.NOT_READY, () -> bind("robot", some("acme")));
        refused(ProblemCode.NOT_READY, () -> play.bindings.unbind(manager, play.realm, "robot", Expected.any()));
        assertTrue(get().all());
    }

    private BindingChanged changed(Binding before, Binding after) {
        return new BindingChanged(play.realm, robot, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    private Caller boss() {
        return play.teammate(play.acme, "ada", "admin");
    }

    private Caller account() {
        return new Caller.ServiceAccount("robot", robot.id().value(), "service-account-robot");
    }

    private Binding get() {
        return play.bindings.get(manager, play.realm, "robot");
    }

    private Binding bind(String client, Wanted wanted) {
        return save(client, wanted, Expected.any()).binding();
    }

    private Bindings.Saved save(String client, Wanted wanted, Expected expected) {
        return play.bindings.bind(manager, play.realm, client, wanted, expected);
    }

    private static Wanted some(String... aliases) {
        return new Wanted(null, List.of(aliases));
    }

    private static PageRequest everything() {
        return new PageRequest(100, Optional.empty());
    }
}
