// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Effect;
import io.roster.access.Keys;
import io.roster.access.PermissionKey;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.override.OverrideDraft;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.workspace.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Each change is refused while it would take the workspace its only standing admin, and goes through once there is another.
 * That nothing is left of the refused one is shown where there are transactions, on a server.
 */
@Tag("REALM-2")
class LastAdminTest {

    private static final UserId ADA = new UserId("ada");
    private static final UserId BEA = new UserId("bea");

    private Play play = new Play();
    private final Caller ada = play.teammate(play.acme, "ada", "admin");
    private final Caller owner = new Caller.Administrator("owner", Administrators.ALL);
    private final Caller insistent = new Caller.Administrator("owner", Administrators.ALL, true);

    @Test
    void nobodyGivesUpTheRoleThatOnlyTheyHave() {
        refusedUntilThereIsAnother(
                ada, () -> play.members.assignRole(ada, play.acme, ADA, "architect", Expected.any()));
    }

    @Test
    void nobodyLeavesWhoIsTheOnlyOne() {
        refusedUntilThereIsAnother(ada, () -> play.members.remove(ada, play.acme, ADA, Expected.any()));
    }

    @Test
    void anAdministratorSuspendsTheOnlyOneWithForceAlone() {
        refusedUntilThereIsAnother(owner, () -> play.members.suspend(owner, play.acme, ADA, Expected.any()));
        play = again();
        play.members.suspend(insistent, play.acme, ADA, Expected.any());
        assertFalse(standing());
    }

    @Test
    void aRoleWithAnEndIsNoneForGood() {
        Instant soon = play.now.plus(Duration.ofDays(1));
        NewRole temporary = new NewRole("admin", Optional.of(soon), Optional.of("read-only"));
        refusedUntilThereIsAnother(
                owner, () -> play.members.assignRole(owner, play.acme, ADA, temporary, Expected.any()));
    }

    @Test
    void aRoleThatTheSameFollowsIsOneForGood() {
        Instant soon = play.now.plus(Duration.ofDays(1));
        play.members.assignRole(
                owner, play.acme, ADA, new NewRole("admin", Optional.of(soon), Optional.of("admin")), Expected.any());
        assertTrue(standing());
    }

    @Test
    void aDenialWithAnEndToo() {
        Optional<Instant> soon = Optional.of(play.now.plus(Duration.ofDays(1)));
        refusedUntilThereIsAnother(
                owner,
                () -> play.overrides.make(
                        owner, play.acme, ADA, override(Effect.DENY, Keys.TEAMMATES_MANAGE, soon), Expected.any()));
    }

    @Test
    void anAllowanceThatMakesTheOnlyOneIsKept() {
        play.members.assignRole(SERVER, play.acme, ADA, "architect", Expected.any());
        assertFalse(standing());
        var one = play.overrides.make(
                owner, play.acme, ADA, override(Effect.ALLOW, Keys.TEAMMATES_MANAGE, Optional.empty()), Expected.any());
        assertFalse(standing());
        play.overrides.make(
                owner,
                play.acme,
                ADA,
                override(Effect.ALLOW, Keys.SECURITY_SETTINGS_MANAGE, Optional.empty()),
                Expected.any());
        assertTrue(standing());
        Optional<Instant> soon = Optional.of(play.now.plus(Duration.ofDays(1)));
        refused(
                ProblemCode.LAST_ADMIN,
                () -> play.overrides.change(
                        owner, play.acme, ADA, one.override().id(), Optional.empty(), soon, Expected.any()));
        play = again();
        play.members.assignRole(SERVER, play.acme, ADA, "architect", Expected.any());
        var alone = play.overrides.make(
                owner, play.acme, ADA, override(Effect.ALLOW, Keys.TEAMMATES_MANAGE, Optional.empty()), Expected.any());
        play.overrides.remove(owner, play.acme, ADA, alone.override().id(), Expected.any());
    }

    @Test
    void aRoleKeepsWhatItsOnlyHolderNeeds() {
        refusedUntilThereIsAnotherWith(
                "boss",
                ada,
                () -> play.roles.toggle(ada, play.acme, "admin", Keys.SECURITY_SETTINGS_MANAGE, false, Expected.any()));
    }

    @Test
    void aReplacementGivesWhatTheOnlyHolderNeeds() {
        var boss = play.roles.create(SERVER, play.acme, new RoleDraft("Boss", "", "admin", List.of(), List.of()));
        play.members.assignRole(SERVER, play.acme, ADA, boss.key(), Expected.any());
        refused(
                ProblemCode.LAST_ADMIN,
                () -> play.roles.delete(owner, play.acme, boss.key(), Optional.of("analyst"), Expected.any()));
        play = again();
        var again = play.roles.create(SERVER, play.acme, new RoleDraft("Boss", "", "admin", List.of(), List.of()));
        play.members.assignRole(SERVER, play.acme, ADA, again.key(), Expected.any());
        play.roles.delete(owner, play.acme, again.key(), Optional.of("admin"), Expected.any());
        assertTrue(standing());
    }

    @Test
    void whoeverCannotSignInIsNone() {
        play.teammate(play.acme, "bea", "admin");
        play.shutOut.add(BEA);
        refused(ProblemCode.LAST_ADMIN, () -> play.members.remove(ada, play.acme, ADA, Expected.any()));
        play = again();
        play.teammate(play.acme, "bea", "admin");
        play.members.remove(ada, play.acme, ADA, Expected.any());
        assertTrue(standing());
    }

    @Test
    void whatFollowsKeycloakIsNeverRefused() {
        play.members.left(SERVER, play.realm, play.acme.id(), ADA);
        assertFalse(standing());
    }

    @Test
    void whereNobodyWasOneNothingIsRefused() {
        play.shutOut.add(ADA);
        play.members.remove(ada, play.acme, ADA, Expected.any());
        assertFalse(standing());
    }

    private boolean standing() {
        return play.admins.anyIn(play.realm, play.acme.id());
    }

    /** The same workspace anew, with Ada alone: what was refused may have been written before, as there is no transaction. */
    private static Play again() {
        Play play = new Play();
        play.teammate(play.acme, "ada", "admin");
        return play;
    }

    private static OverrideDraft override(Effect effect, PermissionKey permission, Optional<Instant> until) {
        return new OverrideDraft(effect, permission, Optional.empty(), Optional.empty(), until);
    }

    /** The change is refused while only Ada is one, and made in a world where Bea is one too. */
    private void refusedUntilThereIsAnother(Caller caller, Executable change) {
        refusedUntilThereIsAnotherWith("admin", caller, change);
    }

    private void refusedUntilThereIsAnotherWith(String role, Caller caller, Executable change) {
        assertTrue(standing());
        assertTrue(refused(ProblemCode.LAST_ADMIN, change).getMessage().contains("force=true"));
        play = again();
        if (role.equals("admin")) {
            play.teammate(play.acme, "bea", "admin");
        } else {
            var boss = play.roles.create(SERVER, play.acme, new RoleDraft("Boss", "", "admin", List.of(), List.of()));
            play.teammate(play.acme, "bea", boss.key());
        }
        assertDoesNotThrow(change);
        assertTrue(standing());
    }
}
