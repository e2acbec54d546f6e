// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionKey;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.audit.ListedEntry;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.RealmRights;
import io.roster.workspaces.plan.Plans.Wanted;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.workspace.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PLAN-1")
class PlansTest {

    private static final PermissionKey REPLAYS = new PermissionKey("session-replays.view");
    private static final List<String> ALL =
            Entitlements.OF_ROSTER.stream().sorted().toList();

    private final Play play = new Play();
    private final Caller manager = RealmRights.manager();
    private final Caller.Person ada = play.teammate(play.acme, "ada", "admin");

    @Test
    void everythingIsThePlanOfARealmThatSaysNothing() {
        OfferedPlan usual = play.plans.get(manager, play.realm, "everything");
        assertTrue(usual.byDefault());
        assertEquals(ALL, usual.plan().entitlements().sorted());
        assertTrue(usual.plan().has("what comes later"));
        WorkspacePlan plan = play.plans.of(ada, play.acme);
        assertEquals("everything", plan.plan().key());
        assertFalse(plan.own());
        play.plans.require(ada, play.acme, "what comes later");
        assertTrue(holds(REPLAYS));
    }

    @Test
    void aPlanIsMadeChangedAndDeleted() {
        Plans.Saved made = save("starter", "Starter", "audit-log", "sso", "sso");
        assertTrue(made.isNew());
        assertEquals(
                List.of("audit-log", "sso"), made.plan().plan().entitlements().sorted());
        assertEquals(made.plan(), play.plans.get(RealmRights.viewer(), play.realm, "starter"));
        Plans.Saved again = save("starter", "Starter", "sso", "audit-log");
        assertFalse(again.isNew());
        assertEquals(made.plan(), again.plan(), "nothing has changed");
        Plans.Saved changed = save("starter", "  Small  ", "sso");
        assertFalse(changed.isNew());
        assertEquals("Small", changed.plan().plan().name());
        assertNotEquals(made.plan().version(), changed.plan().version());
        play.plans.delete(manager, play.realm, "starter", Expected.any());
        refused(ProblemCode.NOT_FOUND, () -> play.plans.get(manager, play.realm, "starter"));
        assertNotEquals(
                made.plan().version(),
                save("starter", "Starter", "audit-log", "sso").plan().version(),
                "a version never comes back");
    }

    @Test
    void ofTwoWhoReadTheSameOneComesTooLate() {
        Expected none = Expected.of("\"0\"");
        refused(ProblemCode.STALE, () -> save("starter", none));
        Expected first = of(save("starter", Expected.any()).plan());
        Expected second = of(play.plans
                .save(manager, play.realm, "starter", new Wanted("Other", List.of()), first)
                .plan());
        refused(
                ProblemCode.STALE,
                () -> play.plans.save(manager, play.realm, "starter", new Wanted("More", List.of()), first));
        refused(ProblemCode.STALE, () -> play.plans.delete(manager, play.realm, "starter", first));
        play.plans.delete(manager, play.realm, "starter", second);
    }

    @Test
    void theOneThatHasEverythingStaysAsItIs() {
        refused(ProblemCode.VALIDATION, () -> save("everything", "All", "sso"));
        refused(ProblemCode.VALIDATION, () -> play.plans.delete(manager, play.realm, "everything", Expected.any()));
        save("nearly-everything", "All", "sso");
        play.plans.delete(manager, play.realm, "nearly-everything", Expected.any());
    }

    @Test
    void whatAPlanCantBeIsSaid() {
        for (String key : List.of("Starter", "a b", "", "x".repeat(37), "\0")) {
            refused(ProblemCode.VALIDATION, () -> save(key, "Starter", "sso"));
        }
        for (String name : Arrays.asList(null, " ", "x".repeat(65), "a\u202Eb")) {
            refused(ProblemCode.VALIDATION, () -> save("starter", name, "sso"));
        }
        Problem unknown = refused(ProblemCode.VALIDATION, () -> save("starter", "Starter", "sso", "ssso"));
        assertTrue(unknown.getMessage().contains("[ssso]"), unknown.getMessage());
        assertTrue(unknown.getMessage().contains(ALL.toString()), unknown.getMessage());
        for (List<String> entitlements : Arrays.asList(null, Arrays.asList("sso", null))) {
            refused(
                    ProblemCode.VALIDATION,
                    () -> play.plans.save(
                            manager, play.realm, "starter", new Wanted("S", entitlements), Expected.any()));
        }
        refused(ProblemCode.NOT_FOUND, () -> play.plans.get(manager, play.realm, "starter"));
        save("x".repeat(36), "x".repeat(64));
    }

    @Test
    void whoMayViewTheRealmLooksAndWhoManagesItChanges() {
        Caller viewer = RealmRights.viewer();
        Caller boss = new Caller.Administrator(
                "boss", new Administrators(java.util.Set.of("viewsOrganization", "managesOrganization"), null));
        for (Caller caller : List.of(viewer, boss, RealmRights.neither(), ada)) {
            refused(
                    ProblemCode.FORBIDDEN,
                    () -> play.plans.save(caller, play.realm, "starter", new Wanted("S", List.of()), Expected.any()));
        }
        save("starter", "Starter");
        for (Caller caller : List.of(viewer, boss, RealmRights.neither(), ada)) {
            refused(ProblemCode.FORBIDDEN, () -> play.plans.delete(caller, play.realm, "starter", Expected.any()));
            refused(ProblemCode.FORBIDDEN, () -> play.plans.makeDefault(caller, play.realm, "starter"));
            refused(
                    ProblemCode.FORBIDDEN,
                    () -> play.plans.assign(caller, play.acme, Optional.of("starter"), Expected.any()));
        }
        for (Caller caller : List.of(boss, RealmRights.neither(), ada)) {
            refused(ProblemCode.FORBIDDEN, () -> play.plans.get(caller, play.realm, "starter"));
            refused(ProblemCode.FORBIDDEN, () -> play.plans.list(caller, play.realm, all()));
        }
        assertEquals(2, play.plans.list(viewer, play.realm, all()).items().size());
        play.plans.makeDefault(manager, play.realm, "starter");
        give("starter");
        give(null);
        assertEquals(4, play.planStore.counter(play.realm) + play.workspaceStore.epoch(play.acme.id()));
    }

    @Test
    void thePlanOfAWorkspaceIsForWhoeverIsInside() {
        Caller eve = play.teammate(play.beta, "eve", "admin");
        Caller mate = play.teammate(play.acme, "mo", "read-only");
        refused(ProblemCode.NOT_FOUND, () -> play.plans.of(eve, play.acme));
        refused(ProblemCode.FORBIDDEN, () -> play.plans.of(RealmRights.manager(), play.acme));
        assertEquals("Everything", play.plans.of(mate, play.acme).plan().name());
    }

    @Test
    void aPlanThatSomebodyHasStays() {
        save("starter", "Starter");
        give("starter");
        Problem used =
                refused(ProblemCode.IN_USE, () -> play.plans.delete(manager, play.realm, "starter", Expected.any()));
        assertEquals(
                List.of(new PlanStore.Users(
                        "workspaces", 1, List.of(play.acme.id().value()))),
                used.fields().get("usedBy"));
        give(null);
        play.plans.makeDefault(manager, play.realm, "starter");
        used = refused(ProblemCode.IN_USE, () -> play.plans.delete(manager, play.realm, "starter", Expected.any()));
        assertTrue(
                used.fields().get("usedBy").toString().contains("realm"),
                used.fields().toString());
        play.plans.makeDefault(manager, play.realm, "everything");
        play.plans.delete(manager, play.realm, "starter", Expected.any());
    }

    @Test
    void whatThePlanLacksIsMaskedAndComesBack() {
        save("starter", "Starter", "audit-log");
        long epoch = standing().counters().workspace();
        assertTrue(holds(REPLAYS));

        give("starter");
        assertFalse(holds(REPLAYS));
        assertTrue(standing().counters().workspace() > epoch);
        save("starter", "Starter", "audit-log", "session-replay");
        assertTrue(holds(REPLAYS));
        save("starter", "Starter");
        assertFalse(holds(REPLAYS));
        epoch = standing().counters().workspace();
        give("everything");
        assertTrue(holds(REPLAYS), "given by name it has everything as well");

        give(null);
        play.plans.makeDefault(manager, play.realm, "starter");
        assertFalse(holds(REPLAYS));
        give("everything");
        assertTrue(holds(REPLAYS));
        give(null);
        play.plans.makeDefault(manager, play.realm, "everything");
        assertTrue(holds(REPLAYS));
        assertTrue(standing().counters().workspace() > epoch);
    }

    @Test
    void aPlanIsGivenThatIsThere() {
        save("starter", "Starter");
        Problem unknown = refused(ProblemCode.VALIDATION, () -> give("stater"));
        assertTrue(unknown.getMessage().contains("stater"), unknown.getMessage());
        WorkspacePlan given = give("starter");
        assertTrue(given.own());
        assertEquals("starter", given.plan().key());
        assertEquals("everything", play.plans.of(SERVER, play.beta).plan().key());
        Expected read = Expected.of('"' + given.version() + '"');
        save("starter", "Starter", "sso");
        refused(ProblemCode.STALE, () -> play.plans.assign(manager, play.acme, Optional.of("everything"), read));
        play.workspaceStore.whileWaiting(() -> play.workspaceStore.remove(play.acme));
        refused(ProblemCode.NOT_FOUND, () -> give("everything"));
    }

    @Test
    void whoeverNeedsMoreIsToldThePlanAndWhomToAsk() {
        save("starter", "Starter", "audit-log");
        give("starter");
        Caller boss = new Caller.Administrator("boss", Administrators.ALL);
        play.settings.save(boss, play.realm, contact("Write to sales@example.com"), Expected.any());
        for (Caller caller : List.of(ada, boss)) {
            Problem problem =
                    refused(ProblemCode.PLAN_REQUIRED, () -> play.plans.require(caller, play.acme, "custom-roles"));
            assertEquals("Starter", problem.fields().get("plan"));
            assertEquals("Write to sales@example.com", problem.fields().get("contact"));
            assertTrue(problem.getMessage().contains("custom-roles"), problem.getMessage());
            play.plans.require(caller, play.acme, "audit-log");
            play.plans.require(caller, play.beta, "custom-roles");
        }
        play.settings.save(ada, play.acme, contact("Ask Ada"), Expected.any());
        assertEquals("Ask Ada", play.plans.of(ada, play.acme).contact());
        play.plans.require(SERVER, play.acme, "custom-roles");
    }

    @Test
    void theListIsInTheOrderOfKeysPageByPage() {
        for (String key : List.of("d", "b", "e", "a", "c")) {
            save(key, "Plan " + key);
        }
        List<String> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<OfferedPlan> page = play.plans.list(manager, play.realm, new PageRequest(2, after));
            page.items().forEach(plan -> seen.add(plan.plan().key()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(List.of("everything", "a", "b", "c", "d", "e"), seen);
    }

    @Test
    @Tag("AUDIT-1")
    void everyChangeIsInTheLog() {
        save("starter", "Starter", "sso");
        save("starter", "Starter");
        play.plans.makeDefault(manager, play.realm, "starter");
        play.plans.makeDefault(manager, play.realm, "starter");
        give("everything");
        give("everything");
        play.plans.makeDefault(manager, play.realm, "everything");
        play.plans.delete(manager, play.realm, "starter", Expected.any());
        assertEquals(
                List.of("plan.deleted", "plan.made-default", "plan.made-default", "plan.changed", "plan.created"),
                play.audit.list(SERVER, play.realm, all()).items().stream()
                        .map(PlansTest::action)
                        .toList());
        ListedEntry given = play.audit.list(SERVER, play.acme, all()).items().get(0);
        assertEquals("workspace.plan-changed", action(given));
        assertEquals("starter", given.before().orElseThrow().get("plan"));
        assertEquals("everything", given.after().orElseThrow().get("plan"));
    }

    private static String action(ListedEntry entry) {
        return entry.recorded().entry().action().key();
    }

    private static Settings.Wanted contact(String text) {
        return new Settings.Wanted(null, null, null, text, null);
    }

    private static PageRequest all() {
        return PageRequest.of(null, null, 1);
    }

    private static Expected of(OfferedPlan plan) {
        return Expected.of('"' + plan.version() + '"');
    }

    private WorkspacePlan give(String key) {
        return play.plans.assign(manager, play.acme, Optional.ofNullable(key), Expected.any());
    }

    private Plans.Saved save(String key, Expected expected) {
        return play.plans.save(manager, play.realm, key, new Wanted("Starter", List.of()), expected);
    }

    private Plans.Saved save(String key, String name, String... entitlements) {
        return play.plans.save(manager, play.realm, key, new Wanted(name, List.of(entitlements)), Expected.any());
    }

    private Standing standing() {
        return play.access.in(play.realm, play.acme.id(), new UserId("ada")).orElseThrow();
    }

    private boolean holds(PermissionKey key) {
        Standing standing = standing();
        return standing.catalogue()
                .permissions()
                .keys(standing.effective().workspace())
                .contains(key);
    }
}
