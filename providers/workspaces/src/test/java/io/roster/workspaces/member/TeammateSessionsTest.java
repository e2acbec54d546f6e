// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Effect;
import io.roster.access.PermissionKey;
import io.roster.workspaces.audit.ListedEntry;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.override.OverrideDraft;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MATE-3")
class TeammateSessionsTest {

    private static final PageRequest ALL = PageRequest.of(null, null, 2);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");
    private final Caller paul = play.teammate(play.acme, "paul", "architect");
    private final UserId ada = new UserId("ada");
    private final UserId user = new UserId("paul");
    private Session laptop;
    private Session phone;

    @BeforeEach
    void signedIn() {
        laptop = play.keycloaks.open(play.acme.id(), user, "laptop", NOON, "shop", "charts");
        phone = play.keycloaks.open(play.acme.id(), user, "phone", NOON.plusSeconds(60), "charts");
        play.keycloaks.open(play.beta.id(), user, "elsewhere", NOON, "charts");
        play.keycloaks.open(play.acme.id(), ada, "own", NOON, "console");
        play.events.clear();
        play.done.clear();
    }

    @Test
    void theListHasTheSessionsOfThisWorkspaceAndTheOneUsedLastFirst() {
        assertEquals(List.of("phone", "laptop"), ids(admin, user));
        assertEquals(List.of("own"), ids(admin, ada));
        assertEquals(
                List.of("charts", "shop"),
                laptop.apps().stream().map(Session.App::clientId).toList());
    }

    @Test
    void theListComesInPagesAlsoWhereTwoWereUsedInTheSameSecond() {
        play.keycloaks.open(play.acme.id(), user, "bench", NOON, "charts");
        Page<Session> first = page(2, null);
        assertEquals(
                List.of("phone", "bench"),
                first.items().stream().map(Session::id).toList());
        Page<Session> rest = page(2, first.next().orElseThrow().encode());
        assertEquals(List.of(laptop), rest.items());
        assertTrue(rest.next().isEmpty());
    }

    @Test
    void oneEndsAndTheOthersGoOn() {
        play.sessions.end(admin, play.acme, user, "phone");

        assertEquals(List.of("laptop"), ids(admin, user));
        assertEquals(List.of("session phone of paul in " + play.acme.id()), play.done);
        assertEquals(
                List.<Event>of(new SessionsEnded(play.acme, user, List.of(laptop, phone), List.of(laptop))),
                play.events);
        refused(ProblemCode.NOT_FOUND, () -> play.sessions.end(admin, play.acme, user, "phone"));
        refused(ProblemCode.NOT_FOUND, () -> play.sessions.end(admin, play.acme, user, "elsewhere"));
        refused(ProblemCode.NOT_FOUND, () -> play.sessions.end(admin, play.acme, user, "own"));
        assertEquals(1, play.events.size());
    }

    @Test
    void allEndForThisWorkspaceAndNothingElseIsTakenAway() {
        long before = epoch();
        play.sessions.endAll(admin, play.acme, user);

        assertEquals(List.of(), ids(admin, user));
        assertEquals(1, play.keycloaks.of(play.beta.id(), user).size());
        assertEquals(List.of("own"), ids(admin, ada));
        assertEquals(before, epoch());
        assertEquals(
                "architect",
                play.access.in(play.realm, play.acme.id(), user).orElseThrow().role());
        play.sessions.endAll(admin, play.acme, user);
        assertEquals(1, play.events.size(), "where nothing ends nothing is said");
    }

    @Test
    void itNeedsThePermissionAlsoForWhoeverSignedInThemselves() {
        refused(ProblemCode.FORBIDDEN, () -> play.sessions.list(paul, play.acme, user, ALL));
        refused(ProblemCode.FORBIDDEN, () -> play.sessions.end(paul, play.acme, user, "phone"));
        refused(ProblemCode.FORBIDDEN, () -> play.sessions.endAll(paul, play.acme, user));
        assertEquals(2, play.keycloaks.of(play.acme.id(), user).size());
        play.sessions.end(admin, play.acme, ada, "own");
        assertEquals(List.of(), ids(admin, ada));
    }

    @Test
    void nobodyEndsThemOfSomebodyWhoLiftsTheCeilingWithoutLiftingItThemselves() {
        Caller steward = steward();
        assertEquals(
                List.of("user-permissions.change"),
                refused(ProblemCode.CEILING, () -> play.sessions.end(steward, play.acme, ada, "own"))
                        .fields()
                        .get("missing"));
        refused(ProblemCode.CEILING, () -> play.sessions.endAll(steward, play.acme, ada));
        assertEquals(List.of("own"), ids(steward, ada));
        assertEquals(List.of(), play.done);

        play.sessions.end(steward, play.acme, user, "phone");
        play.sessions.endAll(steward, play.acme, user);
        assertEquals(List.of(), ids(steward, user));
    }

    @Test
    void everybodyWhoMayAtAllEndsTheirOwnWhateverIsDeniedToThem() {
        Caller bea = play.teammate(play.acme, "bea", "admin");
        UserId self = new UserId("bea");
        play.keycloaks.open(play.acme.id(), self, "hers", NOON, "console");
        OverrideDraft denial = new OverrideDraft(
                Effect.DENY,
                new PermissionKey("user-permissions.change"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        play.overrides.make(admin, play.acme, self, denial, Expected.any());

        refused(ProblemCode.CEILING, () -> play.sessions.endAll(bea, play.acme, ada));
        play.sessions.endAll(bea, play.acme, self);
        assertEquals(List.of(), ids(bea, self));
    }

    @Test
    void whoeverIsNoTeammateHasNoneToShow() {
        UserId bob = new UserId("bob");
        play.teammate(play.beta, "bob", "consumer");
        refused(ProblemCode.NOT_FOUND, () -> play.sessions.list(admin, play.acme, bob, ALL));
        refused(ProblemCode.NOT_FOUND, () -> play.sessions.endAll(admin, play.acme, bob));
        refused(ProblemCode.NOT_FOUND, () -> play.sessions.end(admin, play.acme, bob, "phone"));
        refused(ProblemCode.NOT_FOUND, () -> play.sessions.list(admin, play.beta, user, ALL));
    }

    @Test
    void anAdministratorNeedsRightsOverTheUserToo() {
        Set<String> ofOrganization = Set.of("viewsOrganization", "managesOrganization");
        Caller blind = new Caller.Administrator("blind", new Administrators(ofOrganization, Set.of()));
        Caller viewer = administrator(Set.of("viewsOrganization"));
        Caller reader = administrator(ofOrganization);
        Caller owner = administrator(Set.of("viewsOrganization", "managesOrganization", "managesUser"));
        refused(ProblemCode.FORBIDDEN, () -> play.sessions.list(blind, play.acme, user, ALL));
        refused(ProblemCode.FORBIDDEN, () -> play.sessions.endAll(blind, play.acme, user));
        refused(ProblemCode.FORBIDDEN, () -> play.sessions.end(viewer, play.acme, user, "phone"));
        refused(ProblemCode.FORBIDDEN, () -> play.sessions.endAll(reader, play.acme, user));
        assertEquals(2, ids(viewer, user).size());
        play.sessions.end(owner, play.acme, user, "phone");
        play.sessions.endAll(owner, play.acme, user);
        assertEquals(List.of(), ids(owner, user));
    }

    @Test
    @Tag("AUDIT-1")
    void theLogTellsHowManyGoOnAndOfWhichApps() {
        play.sessions.end(admin, play.acme, user, "laptop");
        ListedEntry entry = play.audit
                .list(admin, play.acme, PageRequest.of(null, null, 1))
                .items()
                .get(0);
        assertEquals(
                "teammate.sessions-ended", entry.recorded().entry().action().key());
        Described.Description told =
                new SessionsEnded(play.acme, user, List.of(laptop, phone), List.of(phone)).description();
        assertEquals(Map.of("sessions", 2, "clients", List.of("charts", "shop")), told.before());
        assertEquals(Map.of("sessions", 1, "clients", List.of("charts")), told.after());
    }

    @Test
    void anIdTellsOfOneWorkspaceAndOneKind() {
        String id = Session.idOf(play.acme.id(), false, "sid");
        assertEquals(id, Session.idOf(play.acme.id(), false, "sid"));
        assertNotEquals(id, Session.idOf(play.beta.id(), false, "sid"));
        assertNotEquals(id, Session.idOf(play.acme.id(), true, "sid"));
        assertNotEquals(id, Session.idOf(play.acme.id(), false, "other"));
    }

    /** Somebody with {@code teammates.manage} and little else. */
    private Caller steward() {
        RoleDraft draft = new RoleDraft("Steward", null, "read-only", Play.keys("teammates.manage"), List.of());
        Caller steward = play.teammate(
                play.acme, "stella", play.roles.create(admin, play.acme, draft).key());
        play.events.clear();
        return steward;
    }

    private static Caller administrator(Set<String> rights) {
        return new Caller.Administrator("owner", new Administrators(rights, null));
    }

    private List<String> ids(Caller caller, UserId of) {
        return play.sessions.list(caller, play.acme, of, ALL).items().stream()
                .map(Session::id)
                .toList();
    }

    private Page<Session> page(int max, String after) {
        return play.sessions.list(admin, play.acme, user, PageRequest.of(Integer.toString(max), after, 2));
    }

    private long epoch() {
        return play.memberStore.find(play.acme.id(), user).orElseThrow().epoch();
    }
}
