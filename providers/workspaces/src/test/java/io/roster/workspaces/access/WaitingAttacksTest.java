// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Effect;
import io.roster.access.Keys;
import io.roster.access.PermissionKey;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.Saved;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.override.OverrideDraft;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.project.GrantDraft;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.workspace.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Gifts that are nothing at the moment and something later. Sam manages teammates and projects and holds little else, and
 * is refused with every table as it was; Uma may change permissions besides, and does the very same.
 */
class WaitingAttacksTest {

    private static final UserId PAUL = new UserId("paul");
    private static final PermissionKey EXPORT = new PermissionKey("charts.export");
    private static final PermissionKey REPLAYS = new PermissionKey("session-replays.view");
    private static final PermissionKey CAPTURE = new PermissionKey("session-replay-capture.manage");

    private final Play play = new Play();
    private final Caller sam = whoManages("sam");
    private final Caller uma = whoManages("uma", Keys.USER_PERMISSIONS_CHANGE);
    private final Instant tomorrow = play.now.plus(Duration.ofDays(1));

    WaitingAttacksTest() {
        play.teammate(play.acme, "ada", "admin");
        play.teammate(play.acme, PAUL.value(), "read-only");
        play.project(play.acme, "web", false);
    }

    @Test
    @Tag("MATE-3")
    void theAdminRoleForSomebodySuspendedWaitsForTheirReactivation() {
        play.members.suspend(SERVER, play.acme, PAUL, Expected.any());

        refusedToSamAlone(by -> play.members.assignRole(by, play.acme, PAUL, "admin", Expected.any()));

        assertTrue(has(PAUL, EXPORT).isEmpty(), "nothing at the moment");
        refusedToSamAlone(by -> play.members.reactivate(by, play.acme, PAUL, Expected.any()));
        assertEquals(Optional.of(true), has(PAUL, Keys.USER_PERMISSIONS_CHANGE));
    }

    @Test
    @Tag("ROLE-5")
    void aKeyInARoleWithoutHoldersWaitsForWhoeverJoins() {
        Role role = role("Newcomer");
        play.settings.save(SERVER, play.acme, new Settings.Wanted(role.key(), null, null, null, null), Expected.any());

        refusedToSamAlone(by -> play.roles.toggle(
                by, play.acme, role.key(), new PermissionKey("billing.manage"), true, Expected.any()));

        play.members.joined(SERVER, play.realm, play.acme.id(), new UserId("newcomer"));
        assertEquals(Optional.of(true), has(new UserId("newcomer"), new PermissionKey("billing.manage")));
    }

    @Test
    @Tag("ROLE-5")
    void aKeyInARoleWithoutHoldersWaitsForTheEndOfAnother() {
        Role next = role("Later");
        play.members.assignRole(
                SERVER,
                play.acme,
                PAUL,
                new NewRole("read-only", Optional.of(tomorrow), Optional.of(next.key())),
                Expected.any());

        refusedToSamAlone(by -> play.roles.toggle(
                by, play.acme, next.key(), new PermissionKey("billing.manage"), true, Expected.any()));

        assertEquals(Optional.of(false), has(PAUL, new PermissionKey("billing.manage")));
        play.now = tomorrow;
        assertEquals(Optional.of(true), has(PAUL, new PermissionKey("billing.manage")));
    }

    @Test
    @Tag("MATE-2")
    void theRoleThatFollowsATemporaryOneWaitsForItsEnd() {
        NewRole harmless = new NewRole("read-only", Optional.of(tomorrow), Optional.of("admin"));

        refusedToSamAlone(by -> play.members.assignRole(by, play.acme, PAUL, harmless, Expected.any()));

        play.now = tomorrow;
        assertEquals(Optional.of(true), has(PAUL, Keys.USER_PERMISSIONS_CHANGE));
    }

    @Test
    @Tag("MATE-2")
    void aDefaultRoleWithMoreWaitsForWhoeverJoins() {
        Role guard = role("Guard", Keys.SECURITY_SETTINGS_MANAGE);
        for (Caller by : List.of(sam, uma)) {
            play.overrides.make(
                    SERVER,
                    play.acme,
                    user(by),
                    allow(Keys.SECURITY_SETTINGS_MANAGE, Optional.empty()),
                    Expected.any());
        }
        play.settings.save(sam, play.acme, new Settings.Wanted(guard.key(), null, null, null, null), Expected.any());

        refusedToSamAlone(by -> play.settings.save(
                by, play.acme, new Settings.Wanted("admin", null, null, null, null), Expected.any()));

        play.members.joined(SERVER, play.realm, play.acme.id(), new UserId("newcomer"));
        assertEquals(Optional.of(true), has(new UserId("newcomer"), Keys.USER_PERMISSIONS_CHANGE));
    }

    @Test
    @Tag("MATE-2")
    void anAllowanceUnderADenialWaitsForItsEnd() {
        play.overrides.make(
                SERVER,
                play.acme,
                PAUL,
                new OverrideDraft(Effect.DENY, CAPTURE, Optional.empty(), Optional.empty(), Optional.of(tomorrow)),
                Expected.any());

        refusedToSamAlone(
                by -> play.overrides.make(by, play.acme, PAUL, allow(CAPTURE, Optional.empty()), Expected.any()));

        assertEquals(Optional.of(false), has(PAUL, CAPTURE));
        play.now = tomorrow;
        assertEquals(Optional.of(true), has(PAUL, CAPTURE));
    }

    @Test
    @Tag("PROJ-3")
    void aStrongGrantToAnEmptyTeamWaitsForItsMembers() {
        Team team = play.teams.create(sam, play.acme, "Blue");
        GrantDraft strong = new GrantDraft("web", Grantee.team(team.id()), Optional.of("architect"), Optional.empty());

        refusedToSamAlone(by -> play.grants.make(by, play.acme, strong));

        refusedToSamAlone(by -> play.teams.add(by, play.acme, team.id(), PAUL));
        PermissionKey ofArchitects = new PermissionKey("integrations.manage");
        assertEquals(
                Optional.of(true),
                play.access
                        .in(play.realm, play.acme.id(), PAUL)
                        .map(standing -> standing.catalogue()
                                .permissions()
                                .has(standing.effective().in("web"), ofArchitects)));
    }

    @Test
    @Tag("PROJ-3")
    void aStrongGrantInAnArchivedProjectWaitsForItsRestoring() {
        play.projects.archive(SERVER, play.acme, "web", Expected.any());
        GrantDraft strong = new GrantDraft("web", Grantee.teammate(PAUL), Optional.of("architect"), Optional.empty());

        refusedToSamAlone(by -> play.grants.make(by, play.acme, strong));

        refusedToSamAlone(by -> play.projects.restore(by, play.acme, "web", Expected.any()));
    }

    @Test
    @Tag("MATE-2")
    void aKeyThatThePlanMasksWaitsForAnotherPlan() {
        play.plans.save(
                SERVER, play.realm, "small", new Plans.Wanted("Small", List.of("custom-roles")), Expected.any());
        play.plans.assign(SERVER, play.acme, Optional.of("small"), Expected.any());

        refusedToSamAlone(
                by -> play.overrides.make(by, play.acme, PAUL, allow(CAPTURE, Optional.empty()), Expected.any()));

        assertEquals(Optional.of(false), has(PAUL, CAPTURE));
        play.plans.assign(SERVER, play.acme, Optional.of("everything"), Expected.any());
        assertEquals(Optional.of(true), has(PAUL, CAPTURE));
    }

    @Test
    @Tag("MATE-2")
    void aGiftOutlivesNoRightOfItsGiver() {
        for (Caller by : List.of(sam, uma)) {
            play.overrides.make(SERVER, play.acme, user(by), allow(CAPTURE, Optional.of(tomorrow)), Expected.any());
        }
        Role role = role("Capturer", CAPTURE);
        Instant longer = tomorrow.plusMillis(1);
        NewRole brief = new NewRole(role.key(), Optional.of(tomorrow), Optional.of("read-only"));

        play.members.assignRole(sam, play.acme, PAUL, brief, Expected.any());
        for (NewRole tooLong : List.of(
                new NewRole(role.key(), Optional.of(longer), Optional.of("read-only")), NewRole.lasting(role.key()))) {
            refusedToSamAlone(by -> play.members.assignRole(by, play.acme, PAUL, tooLong, Expected.any()));
        }
        refusedToSamAlone(
                by -> play.overrides.make(by, play.acme, PAUL, allow(CAPTURE, Optional.of(longer)), Expected.any()));
    }

    @Test
    @Tag("MATE-2")
    void whatIsGivenByTheRightToChangePermissionsOutlivesThatNeither() {
        Caller eve = whoManages("eve");
        play.overrides.make(
                SERVER,
                play.acme,
                user(eve),
                allow(Keys.USER_PERMISSIONS_CHANGE, Optional.of(tomorrow)),
                Expected.any());

        play.overrides.make(eve, play.acme, PAUL, allow(CAPTURE, Optional.of(tomorrow)), Expected.any());
        refusedBut(
                eve,
                by -> play.overrides.make(
                        by, play.acme, user(sam), allow(CAPTURE, Optional.of(tomorrow.plusMillis(1))), Expected.any()));
    }

    private void refusedToSamAlone(Consumer<Caller> call) {
        refusedBut(sam, call);
    }

    /** Refused to the one with nothing written, and not to Uma. */
    private void refusedBut(Caller refused, Consumer<Caller> call) {
        Saved saved = play.saved();
        Problem refusal = refused(ProblemCode.CEILING, () -> call.accept(refused));
        assertTrue(refusal.fields().containsKey("missing"), refusal.fields().toString());
        assertEquals(List.of(), saved.changed());
        call.accept(uma);
        assertTrue(saved.isChanged());
    }

    private Caller whoManages(String name, PermissionKey... besides) {
        List<PermissionKey> keys = new ArrayList<>(List.of(Keys.TEAMMATES_MANAGE, Keys.PROJECTS_MANAGE));
        keys.addAll(List.of(besides));
        return play.teammate(
                play.acme,
                name,
                role("Role of " + name, keys.toArray(PermissionKey[]::new)).key());
    }

    /** What a read-only teammate has, and these. */
    private Role role(String name, PermissionKey... added) {
        return play.roles.create(SERVER, play.acme, new RoleDraft(name, "", "read-only", List.of(added), List.of()));
    }

    private static OverrideDraft allow(PermissionKey key, Optional<Instant> until) {
        return new OverrideDraft(Effect.ALLOW, key, Optional.empty(), Optional.empty(), until);
    }

    private static UserId user(Caller caller) {
        return new UserId(caller.actor().orElseThrow());
    }

    /** Whether they have it in the workspace now; empty for whoever has nothing at all. */
    private Optional<Boolean> has(UserId user, PermissionKey key) {
        return play.access
                .in(play.realm, play.acme.id(), user)
                .map(standing -> standing.catalogue()
                        .permissions()
                        .has(standing.effective().workspace(), key));
    }
}
