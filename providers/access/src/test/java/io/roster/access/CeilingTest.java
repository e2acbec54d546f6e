// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CeilingTest {

    private static final PermissionSet NOTHING = PermissionSet.EMPTY;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FRIDAY = NOW.plusSeconds(86_400);
    private static final Optional<Instant> FOR_EVER = Optional.empty();

    private final Catalogue catalogue = Presets.load().catalogue;
    private final PermissionSet run = set("charts.run");
    private final PermissionSet export = set("charts.export");
    private final PermissionSet invite = set("teammates.invite");
    private final PermissionSet everything = set("user-permissions.change");

    @Test
    @Tag("ROLE-4")
    void an_actor_gives_what_they_hold_and_nothing_else() {
        Ceiling ceiling = ceiling(lasting(run.plus(invite)));
        assertEquals(NOTHING, ceiling.giving(inWorkspace(run, FOR_EVER)));
        assertEquals(export, ceiling.giving(inWorkspace(run.plus(export), FOR_EVER)));
    }

    @Test
    @Tag("ROLE-4")
    void an_actor_touches_only_what_carries_no_more_than_they_hold() {
        Ceiling ceiling = ceiling(lasting(run));
        assertEquals(NOTHING, ceiling.touching(inWorkspace(run, FOR_EVER)));
        assertEquals(export, ceiling.touching(inWorkspace(run.plus(export), FOR_EVER)));
    }

    @Test
    void whoever_may_change_all_permissions_has_no_ceiling() {
        assertEquals(export, ceiling(lasting(run)).giving(inWorkspace(export, FOR_EVER)));
        assertEquals(NOTHING, ceiling(lasting(everything)).giving(inWorkspace(export, FOR_EVER)));
        assertEquals(NOTHING, ceiling(lasting(everything)).touching(inWorkspace(export, FOR_EVER)));
    }

    @Test
    @Tag("MATE-5")
    void what_is_held_until_a_moment_is_given_until_that_moment() {
        Ceiling ceiling = ceiling(new RoleAssignment(run.plus(export), Optional.of(FRIDAY), run));
        assertEquals(NOTHING, ceiling.giving(inWorkspace(export, Optional.of(FRIDAY))));
        assertEquals(export, ceiling.giving(inWorkspace(export, Optional.of(FRIDAY.plusMillis(1)))));
        assertEquals(export, ceiling.giving(inWorkspace(export, FOR_EVER)));
        assertEquals(NOTHING, ceiling.giving(inWorkspace(run, FOR_EVER)));
        assertEquals(NOTHING, ceiling.touching(inWorkspace(export, FOR_EVER)));
    }

    @Test
    @Tag("MATE-5")
    void what_is_given_by_right_of_changing_permissions_ends_no_later_than_that_right() {
        Ceiling ceiling = ceiling(new RoleAssignment(run.plus(everything), Optional.of(FRIDAY), run));
        assertEquals(NOTHING, ceiling.giving(inWorkspace(export, Optional.of(FRIDAY))));
        assertEquals(export, ceiling.giving(inWorkspace(export, FOR_EVER)));
        assertEquals(NOTHING, ceiling.giving(inWorkspace(run, FOR_EVER)));
    }

    @Test
    @Tag("PROJ-3")
    void what_is_held_in_a_project_is_given_there() {
        Holder actor = new Holder(
                true,
                RoleAssignment.lasting(invite),
                List.of(),
                List.of(new Grant("web", Optional.of(export), FOR_EVER)),
                List.of(new Project("main", true, false), new Project("web", false, false)));
        Ceiling ceiling = new Ceiling(catalogue, actor, NOW);
        assertEquals(NOTHING, ceiling.giving(Gift.inProject(catalogue, "web", export, FOR_EVER)));
        assertEquals(export, ceiling.giving(Gift.inProject(catalogue, "main", export, FOR_EVER)));
        assertEquals(export, ceiling.giving(inWorkspace(export, FOR_EVER)));
        // what a role says about the account compares with the workspace, also in a project
        assertEquals(NOTHING, ceiling.giving(Gift.inProject(catalogue, "web", export.plus(invite), FOR_EVER)));
        assertEquals(everything, ceiling.giving(Gift.inProject(catalogue, "web", everything, FOR_EVER)));
    }

    @Test
    @Tag("PROJ-1")
    void in_an_archived_project_nothing_is_held_but_what_will_be_there_once_it_is_restored() {
        Holder actor = new Holder(
                true,
                RoleAssignment.lasting(run),
                List.of(),
                List.of(new Grant("web", Optional.of(export), FOR_EVER)),
                List.of(
                        new Project("main", true, false),
                        new Project("web", false, true),
                        new Project("old", false, true)));
        Ceiling ceiling = new Ceiling(catalogue, actor, NOW);
        List<Gift> inWeb = Gift.inProject(catalogue, "web", export, FOR_EVER);
        assertEquals(export, ceiling.giving(inWeb));
        assertEquals(NOTHING, ceiling.afterRestoring("web").giving(inWeb));
        assertEquals(export, ceiling.afterRestoring("old").giving(inWeb));
        assertEquals(run, ceiling.afterRestoring("web").giving(Gift.inProject(catalogue, "web", run, FOR_EVER)));
    }

    @Test
    @Tag("MATE-2")
    void a_denial_makes_what_the_actor_holds_smaller() {
        PermissionOverride denied = new PermissionOverride(Effect.DENY, export.bits()[0], Optional.empty(), FOR_EVER);
        Holder actor = new Holder(
                true,
                RoleAssignment.lasting(run.plus(export)),
                List.of(denied),
                List.of(),
                List.of(new Project("main", true, false)));
        assertEquals(export, new Ceiling(catalogue, actor, NOW).giving(inWorkspace(run.plus(export), FOR_EVER)));
        assertEquals(NOTHING, ceiling(lasting(run.plus(export))).giving(inWorkspace(run.plus(export), FOR_EVER)));
    }

    @Test
    @Tag("MATE-5")
    void a_teammate_carries_what_is_written_and_has_not_ended() {
        PermissionOverride ended =
                new PermissionOverride(Effect.ALLOW, invite.bits()[0], Optional.empty(), Optional.of(NOW));
        PermissionOverride live =
                new PermissionOverride(Effect.ALLOW, export.bits()[0], Optional.of("web"), Optional.of(FRIDAY));
        Holder holder = new Holder(
                false,
                new RoleAssignment(run, Optional.of(FRIDAY), everything),
                List.of(ended, live),
                List.of(
                        new Grant("web", Optional.of(run.plus(invite)), FOR_EVER),
                        new Grant("web", Optional.empty(), FOR_EVER)),
                List.of(new Project("main", true, false), new Project("web", false, true)));
        assertEquals(
                List.of(
                        Gift.inWorkspace(run, Optional.of(FRIDAY)),
                        Gift.inWorkspace(everything, FOR_EVER),
                        new Gift(Optional.of("web"), export, Optional.of(FRIDAY)),
                        new Gift(Optional.of("web"), run, FOR_EVER),
                        Gift.inWorkspace(invite, FOR_EVER)),
                Gift.carriedBy(catalogue, holder, NOW));
    }

    private Ceiling ceiling(RoleAssignment role) {
        Holder actor = new Holder(true, role, List.of(), List.of(), List.of(new Project("main", true, false)));
        return new Ceiling(catalogue, actor, NOW);
    }

    private static RoleAssignment lasting(PermissionSet permissions) {
        return RoleAssignment.lasting(permissions);
    }

    private static List<Gift> inWorkspace(PermissionSet permissions, Optional<Instant> until) {
        return List.of(Gift.inWorkspace(permissions, until));
    }

    private PermissionSet set(String key) {
        return catalogue.set(List.of(new PermissionKey(key)));
    }
}
