// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ResolverTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant LATEST = NOW.plusSeconds(3600);

    private static final Project MAIN = new Project(Project.MAIN, true, false);
    private static final Project WEB = new Project("web", false, false);
    private static final Project OLD = new Project("old", false, true);

    private final Presets presets = Presets.load();
    private final Catalogue catalogue = presets.catalogue;
    private final PermissionSet consumer = presets.roles.get("consumer");
    private final PermissionSet analyst = presets.roles.get("analyst");
    private final PermissionSet admin = presets.roles.get("admin");
    private final int run = bit("charts.run");
    private final int sync = bit("warehouse-sync.manage");
    private final int invite = bit("teammates.invite");

    private RoleAssignment role = RoleAssignment.lasting(consumer);
    private List<PermissionOverride> overrides = List.of();
    private List<Grant> grants = List.of();
    private PermissionSet unlocked = catalogue.all();

    @Test
    @Tag("ROLE-1")
    void a_role_counts_in_the_workspace_and_without_account_permissions_in_open_projects() {
        EffectivePermissions answer = answer();
        assertEquals(consumer, answer.workspace());
        assertEquals(consumer.without(invite), answer.in("main"));
        assertEquals(Set.of("main"), answer.projects().keySet());
        assertEquals(Optional.empty(), answer.validUntil());
    }

    @Test
    @Tag("PROJ-3")
    void a_grant_with_a_role_gives_that_role_there_and_nowhere_else() {
        grants = List.of(grant("web", analyst.with(bit("billing.manage"))));
        EffectivePermissions answer = answer();
        assertEquals(analyst.without(invite), answer.in("web"));
        assertEquals(consumer, answer.workspace());
        assertEquals(consumer.without(invite), answer.in("main"));
    }

    @Test
    @Tag("PROJ-3")
    void a_grant_without_a_role_lets_the_workspace_role_in_which_a_role_of_its_own_does_not() {
        grants = List.of(grant("web", PermissionSet.of(sync)));
        assertEquals(PermissionSet.of(sync), answer().in("web"));
        grants = List.of(grant("web", PermissionSet.of(sync)), new Grant("web", Optional.empty(), Optional.empty()));
        assertEquals(consumer.without(invite).with(sync), answer().in("web"));
    }

    @Test
    @Tag("PROJ-1")
    void whoever_manages_projects_opens_all_but_the_archived_ones() {
        assertFalse(answer().projects().containsKey("web"));
        role = RoleAssignment.lasting(admin);
        EffectivePermissions answer = answer();
        assertEquals(Set.of("main", "web"), answer.projects().keySet());
        assertEquals(catalogue.projectScoped(), answer.in("web"));
    }

    @Test
    @Tag("MATE-2")
    void a_denial_beats_role_grant_and_allowance() {
        grants = List.of(grant("web", consumer));
        overrides = List.of(deny("charts.run", null, null), allow("charts.run", null), allow("charts.run", "web"));
        EffectivePermissions answer = answer();
        assertEquals(consumer.without(run), answer.workspace());
        assertFalse(answer.in("web").has(run) || answer.in("main").has(run));
        overrides = overrides.subList(1, 3);
        assertTrue(answer().in("web").has(run));
    }

    @Test
    @Tag("MATE-2")
    void an_override_for_a_project_counts_there_alone_and_opens_nothing() {
        overrides = List.of(allow("warehouse-sync.manage", "web"), deny("charts.run", "main", null));
        EffectivePermissions answer = answer();
        assertFalse(answer.projects().containsKey("web"));
        assertTrue(answer.workspace().has(run) && !answer.in("main").has(run));
        grants = List.of(new Grant("web", Optional.empty(), Optional.empty()));
        assertTrue(answer().in("web").has(sync) && answer().in("web").has(run));
        assertFalse(answer().workspace().has(sync));
    }

    @Test
    @Tag("MATE-2")
    void an_account_permission_is_overridden_in_the_workspace_alone() {
        overrides = List.of(allow("billing.manage", "main"), deny("teammates.invite", "main", LATER));
        EffectivePermissions answer = answer();
        assertEquals(consumer, answer.workspace());
        assertEquals(Optional.empty(), answer.validUntil());
        overrides = List.of(allow("billing.manage", null), deny("teammates.invite", null, LATER));
        assertEquals(consumer.without(invite).with(bit("billing.manage")), answer().workspace());
    }

    @Test
    @Tag("PLAN-1")
    void what_the_plan_lacks_is_masked_and_still_held() {
        unlocked = catalogue.unlocked(Set.of());
        int replays = bit("session-replays.view");
        grants = List.of(grant("web", consumer));
        assertFalse(answer().workspace().has(replays) || answer().in("web").has(replays));
        assertTrue(Resolver.held(catalogue, holder(), NOW).has(replays));
        assertTrue(Resolver.heldIn(catalogue, holder(), "web", NOW).has(replays));
        unlocked = catalogue.unlocked(Set.of("session-replay"));
        assertTrue(answer().workspace().has(replays) && answer().in("web").has(replays));
    }

    @Test
    @Tag("MATE-2")
    void what_is_denied_is_not_held() {
        overrides = List.of(deny("charts.run", "web", null), deny("charts.export", null, null));
        grants = List.of(grant("web", consumer));
        assertEquals(consumer.without(bit("charts.export")), Resolver.held(catalogue, holder(), NOW));
        assertEquals(
                consumer.minus(PermissionSet.of(run, invite, bit("charts.export"))),
                Resolver.heldIn(catalogue, holder(), "web", NOW));
        assertEquals(PermissionSet.EMPTY, Resolver.heldIn(catalogue, holder(), "old", NOW));
    }

    @Test
    @Tag("MATE-3")
    void whoever_is_not_active_has_nothing_and_holds_nothing() {
        role = new RoleAssignment(admin, Optional.of(LATER), admin);
        Holder suspended = new Holder(false, role, overrides, grants, List.of(MAIN, WEB));
        assertSame(EffectivePermissions.NONE, Resolver.resolve(catalogue, suspended, unlocked, NOW));
        assertEquals(PermissionSet.EMPTY, Resolver.held(catalogue, suspended, NOW));
        assertEquals(PermissionSet.EMPTY, Resolver.heldIn(catalogue, suspended, "main", NOW));
        assertEquals(admin, answer().workspace());
    }

    @Test
    @Tag("MATE-5")
    void an_end_counts_from_its_very_second_and_the_first_one_limits_the_answer() {
        role = new RoleAssignment(consumer, Optional.of(LATEST), PermissionSet.EMPTY);
        grants = List.of(new Grant("web", Optional.of(analyst), Optional.of(LATER)));
        overrides = List.of(deny("charts.run", null, NOW));
        EffectivePermissions answer = answer();
        assertTrue(answer.workspace().has(run), "a denial that ends now is over");
        assertEquals(Optional.of(LATER), answer.validUntil());
        EffectivePermissions after = Resolver.resolve(catalogue, holder(), unlocked, LATER);
        assertFalse(after.projects().containsKey("web"));
        assertEquals(Optional.of(LATEST), after.validUntil());
        assertTrue(Resolver.resolve(catalogue, holder(), unlocked, LATEST)
                .workspace()
                .isEmpty());
    }

    @Test
    @Tag("MATE-5")
    void an_end_about_a_project_that_stays_shut_limits_nothing() {
        grants = List.of(new Grant("old", Optional.empty(), Optional.of(LATER)));
        overrides = List.of(deny("charts.run", "web", LATER));
        assertEquals(Optional.empty(), answer().validUntil());
        overrides = List.of(deny("charts.run", "main", LATER));
        assertEquals(Optional.of(LATER), answer().validUntil());
    }

    @Test
    void projects_without_anything_of_their_own_share_one_set() {
        role = RoleAssignment.lasting(admin);
        EffectivePermissions answer = answer();
        assertSame(answer.in("main"), answer.in("web"));
    }

    private EffectivePermissions answer() {
        return Resolver.resolve(catalogue, holder(), unlocked, NOW);
    }

    private Holder holder() {
        return new Holder(true, role, overrides, grants, List.of(MAIN, WEB, OLD));
    }

    private int bit(String key) {
        return catalogue.find(new PermissionKey(key)).orElseThrow().bit();
    }

    private Grant grant(String project, PermissionSet permissions) {
        return new Grant(project, Optional.of(permissions), Optional.empty());
    }

    private PermissionOverride allow(String key, String project) {
        return new PermissionOverride(Effect.ALLOW, bit(key), Optional.ofNullable(project), Optional.empty());
    }

    private PermissionOverride deny(String key, String project, Instant until) {
        return new PermissionOverride(Effect.DENY, bit(key), Optional.ofNullable(project), Optional.ofNullable(until));
    }
}
