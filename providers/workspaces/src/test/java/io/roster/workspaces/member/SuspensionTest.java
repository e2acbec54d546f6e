// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.audit.ListedEntry;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MATE-3")
class SuspensionTest {

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");
    private final Caller paul = play.teammate(play.acme, "paul", "architect");
    private final UserId user = new UserId("paul");

    @BeforeEach
    void fromHereOn() {
        play.events.clear();
        play.done.clear();
    }

    @Test
    void whoeverIsSuspendedHasNothingAndKeepsTheRole() {
        assertTrue(play.access.in(play.realm, play.acme.id(), user).isPresent());
        long before = epoch();

        Listed listed = play.members.suspend(admin, play.acme, user, Expected.any());

        assertEquals(Teammate.Status.SUSPENDED, listed.teammate().status());
        assertEquals("architect", listed.teammate().role().key());
        assertEquals(before + 1, epoch());
        assertTrue(play.access.in(play.realm, play.acme.id(), user).isEmpty());
        assertEquals(List.of(play.acme.id()), play.access.suspendedIn(play.realm, user));
        assertEquals(List.of("sessions of paul in " + play.acme.id()), play.done);
        assertEquals(List.<Event>of(new TeammateSuspended(play.acme, user)), play.events);
        refused(
                ProblemCode.NOT_FOUND,
                () -> play.members.list(paul, play.acme, TeammateQuery.EVERYBODY, PageRequest.of(null, null, 3)));

        listed = play.members.reactivate(admin, play.acme, user, Expected.any());

        assertEquals(Teammate.Status.ACTIVE, listed.teammate().status());
        assertEquals(before + 2, epoch());
        assertEquals(
                "architect",
                play.access.in(play.realm, play.acme.id(), user).orElseThrow().role());
        assertEquals(List.of(), play.access.suspendedIn(play.realm, user));
        assertEquals(new TeammateReactivated(play.acme, user), play.events.get(1));
    }

    @Test
    void aSecondTimeChangesNothing() {
        play.members.suspend(admin, play.acme, user, Expected.any());
        long suspended = epoch();
        play.members.suspend(admin, play.acme, user, Expected.any());
        assertEquals(suspended, epoch());
        play.members.reactivate(admin, play.acme, user, Expected.any());
        play.members.reactivate(admin, play.acme, user, Expected.any());
        assertEquals(suspended + 1, epoch());
        assertEquals(2, play.events.size(), play.events.toString());
    }

    @Test
    void whoeverIsRemovedIsGoneBeforeKeycloakRemovesTheMemberAndIsSaidToBeGoneOnce() {
        play.members.remove(admin, play.acme, user, Expected.any());

        assertEquals(
                List.of("sessions of paul in " + play.acme.id(), "membership of paul in " + play.acme.id()), play.done);
        assertEquals(
                List.<Event>of(new TeammateLeft(play.realm, play.acme.id(), user, new RoleRef.OfPreset("architect"))),
                play.events);
        refused(ProblemCode.NOT_FOUND, () -> play.members.get(admin, play.acme, user));
        refused(ProblemCode.NOT_FOUND, () -> play.members.remove(admin, play.acme, user, Expected.any()));
        refused(ProblemCode.NOT_FOUND, () -> play.members.suspend(admin, play.acme, user, Expected.any()));
        refused(ProblemCode.NOT_FOUND, () -> play.members.reactivate(admin, play.acme, user, Expected.any()));
    }

    @Test
    void whoeverLeavesInKeycloakLosesTheirSessionsTooAndWhoeverIsDeletedHasNone() {
        play.members.left(SERVER, play.realm, play.acme.id(), user);
        assertEquals(List.of("sessions of paul in " + play.acme.id()), play.done);
        play.teammate(play.acme, "eve", "consumer");
        play.members.removed(SERVER, play.realm, new UserId("eve"));
        assertEquals(1, play.done.size());
        refused(ProblemCode.NOT_FOUND, () -> play.members.get(admin, play.acme, new UserId("eve")));
    }

    @Test
    void takingAwayNeedsNoCeilingUnlessItIsTakenFromSomebodyWhoLiftsIt() {
        Caller steward = steward();

        play.members.suspend(steward, play.acme, user, Expected.any());
        assertEquals(
                List.of("user-permissions.change"),
                refused(
                                ProblemCode.CEILING,
                                () -> play.members.suspend(steward, play.acme, new UserId("ada"), Expected.any()))
                        .fields()
                        .get("missing"));
        refused(ProblemCode.CEILING, () -> play.members.remove(steward, play.acme, new UserId("ada"), Expected.any()));

        refused(ProblemCode.CEILING, () -> play.members.reactivate(steward, play.acme, user, Expected.any()));
        play.members.reactivate(admin, play.acme, user, Expected.any());
        play.members.remove(steward, play.acme, user, Expected.any());
    }

    @Test
    void givingBackIsGivingAndIsBoundByTheCeiling() {
        Caller steward = steward();
        play.teammate(play.acme, "rita", "read-only");
        UserId rita = new UserId("rita");
        play.members.suspend(steward, play.acme, rita, Expected.any());
        play.members.suspend(steward, play.acme, user, Expected.any());

        refused(ProblemCode.CEILING, () -> play.members.reactivate(steward, play.acme, user, Expected.any()));
        assertEquals(
                Teammate.Status.ACTIVE,
                play.members
                        .reactivate(steward, play.acme, rita, Expected.any())
                        .teammate()
                        .status());
    }

    @Test
    void nobodySuspendsThemselvesAndWhoeverMayRemoveOthersMayLeave() {
        refused(ProblemCode.FORBIDDEN, () -> play.members.suspend(admin, play.acme, new UserId("ada"), Expected.any()));
        refused(ProblemCode.FORBIDDEN, () -> play.members.remove(paul, play.acme, user, Expected.any()));
        play.teammate(play.acme, "bea", "admin");
        play.members.remove(admin, play.acme, new UserId("ada"), Expected.any());
        assertTrue(play.access.in(play.realm, play.acme.id(), new UserId("ada")).isEmpty());
    }

    @Test
    void anotherVersionThanTheOneThatWasReadIsRefused() {
        Expected old = Expected.of('"' + Long.toString(epoch() + 1) + '"');
        refused(ProblemCode.STALE, () -> play.members.suspend(admin, play.acme, user, old));
        refused(ProblemCode.STALE, () -> play.members.remove(admin, play.acme, user, old));
        refused(ProblemCode.STALE, () -> play.members.reactivate(admin, play.acme, user, old));
        Expected read = Expected.of('"' + Long.toString(epoch()) + '"');
        play.members.suspend(admin, play.acme, user, read);
    }

    @Test
    void whoeverComesBackIsActive() {
        play.members.suspend(admin, play.acme, user, Expected.any());
        long suspended = epoch();
        play.members.remove(admin, play.acme, user, Expected.any());
        play.members.joined(SERVER, play.realm, play.acme.id(), user);
        Teammate back = play.members.get(admin, play.acme, user).teammate();
        assertEquals(Teammate.Status.ACTIVE, back.status());
        assertTrue(back.epoch() > suspended);
    }

    @Test
    void anAdministratorNeedsToManageTheUserToo() {
        Caller viewer = administrator(Set.of("viewsOrganization", "managesOrganization"));
        refused(ProblemCode.FORBIDDEN, () -> play.members.suspend(viewer, play.acme, user, Expected.any()));
        refused(ProblemCode.FORBIDDEN, () -> play.members.remove(viewer, play.acme, user, Expected.any()));
        Caller owner = administrator(Set.of("viewsOrganization", "managesOrganization", "managesUser"));
        play.members.suspend(owner, play.acme, user, Expected.any());
        play.members.reactivate(owner, play.acme, user, Expected.any());
        play.members.remove(owner, play.acme, user, Expected.any());
    }

    @Test
    @Tag("AUDIT-1")
    void theLogTellsOfItInTheWordsThatAppsKnow() {
        play.members.suspend(admin, play.acme, user, Expected.any());
        play.members.reactivate(admin, play.acme, user, Expected.any());
        play.members.remove(admin, play.acme, user, Expected.any());
        List<String> actions = play.audit.list(admin, play.acme, PageRequest.of(null, null, 1)).items().stream()
                .map(ListedEntry::recorded)
                .map(recorded -> recorded.entry().action().key())
                .limit(3)
                .toList();
        assertEquals(List.of("teammate.removed", "teammate.reactivated", "teammate.suspended"), actions);
        assertFalse(play.events.isEmpty());
    }

    /** Somebody with {@code teammates.manage} and little else. */
    private Caller steward() {
        String key = play.roles
                .create(
                        admin,
                        play.acme,
                        new RoleDraft("Steward", null, "read-only", Play.keys("teammates.manage"), List.of()))
                .key();
        return play.teammate(play.acme, "stella", key);
    }

    private static Caller administrator(Set<String> rights) {
        return new Caller.Administrator("owner", new Administrators(rights, null));
    }

    private long epoch() {
        return play.memberStore.find(play.acme.id(), user).orElseThrow().epoch();
    }
}
