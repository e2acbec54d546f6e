// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Effect;
import io.roster.access.PermissionKey;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MATE-2")
class OverridesTest {

    private static final UserId PAUL = new UserId("paul");
    private static final Optional<String> EVERYWHERE = Optional.empty();
    private static final Optional<Instant> FOR_EVER = Optional.empty();

    private final Play play = new Play();
    private final Caller.Person admin = play.teammate(play.acme, "ada", "admin");
    private final Caller.Person paul = play.teammate(play.acme, "paul", "analyst");
    private final Instant soon = play.now.plusSeconds(60);

    @Test
    void whatIsAllowedIsThereAndWhatIsDeniedIsNot() {
        assertFalse(has("definitions.verify"));
        allow("definitions.verify", EVERYWHERE, FOR_EVER);
        assertTrue(has("definitions.verify"));
        assertTrue(hasIn("main", "definitions.verify"));

        ListedOverride denial = deny("definitions.verify", EVERYWHERE, FOR_EVER);
        assertFalse(has("definitions.verify"), "deny wins");
        assertFalse(hasIn("main", "definitions.verify"));
        remove(admin, denial);
        assertTrue(has("definitions.verify"));
    }

    @Test
    void inAProjectItCountsThereAlone() {
        play.project(play.acme, "web", true);
        deny("charts.run", Optional.of("web"), FOR_EVER);
        assertFalse(hasIn("web", "charts.run"));
        assertTrue(hasIn("main", "charts.run"));
        assertTrue(has("charts.run"));
        refused(ProblemCode.VALIDATION, () -> deny("charts.run", Optional.of("none"), FOR_EVER));
        refused(ProblemCode.VALIDATION, () -> deny("teammates.invite", Optional.of("web"), FOR_EVER));
        deny("teammates.invite", EVERYWHERE, FOR_EVER);
        assertFalse(has("teammates.invite"));
    }

    @Test
    void thereIsOneOfAKindForAPermissionAtAPlace() {
        ListedOverride first = allow("charts.run", EVERYWHERE, FOR_EVER);
        Problem problem = refused(ProblemCode.DUPLICATE, () -> allow("charts.run", EVERYWHERE, Optional.of(soon)));
        assertEquals(first.override().id(), problem.fields().get("existing"));
        deny("charts.run", EVERYWHERE, FOR_EVER);
        allow("charts.run", Optional.of("main"), FOR_EVER);
        assertEquals(3, list().size());
    }

    @Test
    @Tag("MATE-5")
    void whatHasEndedIsAbsentAtThatInstantBeforeAnySweep() {
        allow("definitions.verify", EVERYWHERE, Optional.of(soon));
        deny("charts.run", EVERYWHERE, Optional.of(soon));
        play.now = soon.minusMillis(1);
        assertTrue(has("definitions.verify"));
        assertFalse(has("charts.run"));
        assertEquals(2, list().size());
        ListedOverride ended = list().get(0);

        play.now = soon;
        assertFalse(has("definitions.verify"));
        assertTrue(has("charts.run"));
        assertEquals(List.of(), list());
        refused(ProblemCode.NOT_FOUND, () -> remove(admin, ended));
        refused(ProblemCode.NOT_FOUND, () -> change(admin, ended, FOR_EVER));

        play.events.clear();
        allow("definitions.verify", EVERYWHERE, FOR_EVER);
        assertEquals(List.of("override.ended", "override.made"), actions());
        assertTrue(has("definitions.verify"));
    }

    @Test
    @Tag("MATE-5")
    void aSweepTakesAwayWhatHasEndedAndSaysSo() {
        allow("definitions.verify", EVERYWHERE, Optional.of(soon));
        allow("charts.run", EVERYWHERE, FOR_EVER);
        assertEquals(List.of(), play.overrides.lapsed(9));
        play.now = soon;
        assertEquals(List.of(new Lapsing.Place(play.realm, play.acme.id())), play.overrides.lapsed(9));
        String before = version();
        play.events.clear();

        play.overrides.sweep(SERVER, play.realm, play.acme.id());

        assertEquals(List.of("override.ended"), actions());
        assertEquals(Optional.of("manual"), described(0).source());
        assertEquals(Map.of(), described(0).after());
        assertNotEquals(before, version());
        assertEquals(List.of(), play.overrides.lapsed(9));
        assertEquals(1, play.overrideStore.of(play.acme.id(), PAUL).size());
        play.overrides.sweep(SERVER, play.realm, play.acme.id());
        assertEquals(1, play.events.size());
    }

    @Test
    @Tag("AUDIT-1")
    void everyChangeIsSaidWithWhatWasAndIs() {
        play.events.clear();
        ListedOverride made = play.overrides.make(
                admin,
                play.acme,
                PAUL,
                new OverrideDraft(
                        Effect.ALLOW,
                        new PermissionKey("definitions.verify"),
                        Optional.of("main"),
                        Optional.of("  while Lena is away "),
                        Optional.of(soon)),
                Expected.any());
        change(admin, made, FOR_EVER);
        change(admin, list().get(0), FOR_EVER);
        remove(admin, made);
        assertEquals(List.of("override.made", "override.changed", "override.removed"), actions());
        Map<String, Object> first = Map.of(
                "effect", "allow",
                "permission", "definitions.verify",
                "project", "main",
                "until", soon.toString(),
                "reason", "while Lena is away");
        assertEquals(Map.of(), described(0).before());
        assertEquals(first, described(0).after());
        assertEquals(first, described(1).before());
        Map<String, Object> second = Map.of("effect", "allow", "permission", "definitions.verify", "project", "main");
        assertEquals(second, described(1).after());
        assertEquals(second, described(2).before());
        assertEquals("paul", described(2).id());
        assertEquals(Optional.of(new UserId("ada")), made.override().madeBy());
    }

    @Test
    void everyChangeRaisesTheTeammatesVersionAndAStaleOneIsRefused() {
        String read = version();
        Expected expected = Expected.of('"' + read + '"');
        ListedOverride made = make(admin, PAUL, Effect.ALLOW, "charts.run", EVERYWHERE, FOR_EVER, expected);
        assertNotEquals(read, made.version());
        assertEquals(version(), made.version());
        refused(ProblemCode.STALE, () -> make(admin, PAUL, Effect.DENY, "charts.run", EVERYWHERE, FOR_EVER, expected));
        refused(
                ProblemCode.STALE,
                () -> play.overrides.remove(
                        admin, play.acme, PAUL, made.override().id(), expected));
        assertEquals(1, list().size());
        play.overrides.remove(admin, play.acme, PAUL, made.override().id(), Expected.of('"' + made.version() + '"'));
        assertEquals(List.of(), list());
        assertNotEquals(made.version(), version());
    }

    @Test
    void nobodyAllowsWhatTheyDoNotHoldThereAndForSoLong() {
        play.project(play.acme, "web", true);
        Caller.Person lead = lead();
        UserId carl = consumer();
        refused(ProblemCode.CEILING, () -> make(lead, carl, Effect.ALLOW, "definitions.verify", EVERYWHERE, FOR_EVER));
        make(lead, carl, Effect.ALLOW, "categorization.manage", EVERYWHERE, FOR_EVER);

        // what the lead has until soon is given until soon
        make(admin, new UserId("lena"), Effect.ALLOW, "definitions.verify", EVERYWHERE, Optional.of(soon));
        refused(ProblemCode.CEILING, () -> make(lead, carl, Effect.ALLOW, "definitions.verify", EVERYWHERE, FOR_EVER));
        ListedOverride given =
                make(lead, carl, Effect.ALLOW, "definitions.verify", EVERYWHERE, Optional.of(soon.minusSeconds(9)));
        refused(ProblemCode.CEILING, () -> change(lead, given, Optional.of(soon.plusSeconds(1))));
        change(lead, given, Optional.of(soon));
        change(lead, list(carl).get(1), Optional.of(soon.minusSeconds(30)));

        // and only where they have it
        make(admin, new UserId("lena"), Effect.DENY, "charts.run", Optional.of("web"), FOR_EVER);
        refused(ProblemCode.CEILING, () -> make(lead, carl, Effect.ALLOW, "charts.run", Optional.of("web"), FOR_EVER));
        make(lead, carl, Effect.ALLOW, "charts.run", Optional.of("main"), FOR_EVER);
        make(admin, carl, Effect.ALLOW, "charts.run", Optional.of("web"), FOR_EVER);
    }

    @Test
    void whoeverCarriesMoreIsOutOfReachAlsoForDenying() {
        Caller.Person lead = lead();
        play.teammate(play.acme, "theo", "architect");
        UserId theo = new UserId("theo");
        refused(ProblemCode.CEILING, () -> make(lead, theo, Effect.DENY, "charts.run", EVERYWHERE, FOR_EVER));
        refused(
                ProblemCode.CEILING,
                () -> make(lead, new UserId("ada"), Effect.DENY, "charts.run", EVERYWHERE, FOR_EVER));
        make(lead, consumer(), Effect.DENY, "charts.run", EVERYWHERE, FOR_EVER);
        make(admin, theo, Effect.DENY, "charts.run", EVERYWHERE, FOR_EVER);
    }

    @Test
    void endingOrShorteningADenialIsGiving() {
        Caller.Person lead = lead();
        UserId carl = consumer();
        ListedOverride hard = make(admin, carl, Effect.DENY, "definitions.verify", EVERYWHERE, FOR_EVER);
        ListedOverride soft = make(admin, carl, Effect.DENY, "charts.run", EVERYWHERE, Optional.of(soon));
        refused(ProblemCode.CEILING, () -> remove(lead, hard));
        refused(ProblemCode.CEILING, () -> change(lead, hard, Optional.of(soon)));
        change(lead, soft, FOR_EVER);
        change(lead, list(carl).get(0), Optional.of(soon.minusSeconds(1)));
        remove(lead, list(carl).get(0));
        remove(admin, hard);
        assertEquals(List.of(), list(carl));
    }

    @Test
    void nobodyEndsOrShortensADenialOfTheirOwn() {
        UserId ada = new UserId("ada");
        Caller.Person other = play.teammate(play.acme, "olga", "admin");
        ListedOverride denial = make(other, ada, Effect.DENY, "charts.run", EVERYWHERE, Optional.of(soon));
        assertTrue(refused(ProblemCode.CEILING, () -> remove(admin, denial))
                .getMessage()
                .contains("of their own"));
        refused(ProblemCode.CEILING, () -> change(admin, denial, Optional.of(soon.minusSeconds(1))));
        change(admin, denial, FOR_EVER);
        change(other, list(ada).get(0), Optional.of(soon));
        remove(other, denial);

        ListedOverride own = make(admin, ada, Effect.ALLOW, "charts.run", EVERYWHERE, FOR_EVER);
        remove(admin, own);
        assertEquals(List.of(), list(ada));
    }

    @Test
    @Tag("REALM-3")
    void whereTheyAreSwitchedOffNoneIsMadeOrLengthenedAndTheOthersCount() {
        ListedOverride made = allow("definitions.verify", EVERYWHERE, Optional.of(soon));
        setting(false);
        assertTrue(refused(ProblemCode.FORBIDDEN, () -> deny("charts.run", EVERYWHERE, FOR_EVER))
                .getMessage()
                .contains("overrides"));
        refused(ProblemCode.FORBIDDEN, () -> change(admin, made, FOR_EVER));
        assertTrue(has("definitions.verify"));
        change(admin, made, Optional.of(soon.minusSeconds(1)));
        remove(admin, made);
        assertFalse(has("definitions.verify"));
        setting(true);
        deny("charts.run", EVERYWHERE, FOR_EVER);
        assertFalse(has("charts.run"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(ProblemCode.VALIDATION, () -> allow("no.such", EVERYWHERE, FOR_EVER));
        refused(ProblemCode.VALIDATION, () -> allow("charts.run", EVERYWHERE, Optional.of(play.now)));
        for (String reason : List.of("x".repeat(501), "a\u0000b", "\ud83d")) {
            refused(
                    ProblemCode.VALIDATION,
                    () -> play.overrides.make(admin, play.acme, PAUL, draft("charts.run", reason), Expected.any()));
        }
        refused(
                ProblemCode.NOT_FOUND,
                () -> make(admin, new UserId("nobody"), Effect.ALLOW, "charts.run", EVERYWHERE, FOR_EVER));
        refused(ProblemCode.FORBIDDEN, () -> make(paul, PAUL, Effect.DENY, "charts.run", EVERYWHERE, FOR_EVER));
        assertEquals(List.of(), list());
        ListedOverride made = play.overrides.make(
                admin, play.acme, PAUL, draft("charts.run", "x".repeat(499) + "\n "), Expected.any());
        assertEquals(Optional.of("x".repeat(499)), made.override().reason());
    }

    @Test
    @Tag("REALM-5")
    void whoLeavesTakesTheirsAlong() {
        allow("definitions.verify", EVERYWHERE, FOR_EVER);
        play.members.left(SERVER, play.realm, play.acme.id(), PAUL);
        assertEquals(List.of(), play.overrideStore.of(play.acme.id(), PAUL));
        play.teammate(play.acme, "paul", "analyst");
        assertFalse(has("definitions.verify"));
    }

    /** A consumer who may manage teammates and categories, and export nothing more than that. */
    private Caller.Person lead() {
        String role = play.roles
                .create(
                        admin,
                        play.acme,
                        new RoleDraft(
                                "Lead",
                                "",
                                "consumer",
                                Play.keys("teammates.manage", "categorization.manage"),
                                List.of()))
                .key();
        return play.teammate(play.acme, "lena", role);
    }

    private UserId consumer() {
        play.teammate(play.acme, "carl", "consumer");
        return new UserId("carl");
    }

    private void setting(boolean on) {
        play.settings.save(SERVER, play.acme, new Settings.Wanted(null, null, on, null, null), Expected.any());
    }

    private static OverrideDraft draft(String permission, String reason) {
        return new OverrideDraft(
                Effect.ALLOW, new PermissionKey(permission), EVERYWHERE, Optional.of(reason), FOR_EVER);
    }

    private ListedOverride allow(String permission, Optional<String> project, Optional<Instant> until) {
        return make(admin, PAUL, Effect.ALLOW, permission, project, until);
    }

    private ListedOverride deny(String permission, Optional<String> project, Optional<Instant> until) {
        return make(admin, PAUL, Effect.DENY, permission, project, until);
    }

    private ListedOverride make(
            Caller caller,
            UserId user,
            Effect effect,
            String permission,
            Optional<String> project,
            Optional<Instant> until) {
        return make(caller, user, effect, permission, project, until, Expected.any());
    }

    private ListedOverride make(
            Caller caller,
            UserId user,
            Effect effect,
            String permission,
            Optional<String> project,
            Optional<Instant> until,
            Expected expected) {
        OverrideDraft draft =
                new OverrideDraft(effect, new PermissionKey(permission), project, Optional.empty(), until);
        return play.overrides.make(caller, play.acme, user, draft, expected);
    }

    private void change(Caller caller, ListedOverride listed, Optional<Instant> until) {
        TeammateOverride override = listed.override();
        play.overrides.change(
                caller, play.acme, override.user(), override.id(), Optional.empty(), until, Expected.any());
    }

    private void remove(Caller caller, ListedOverride listed) {
        TeammateOverride override = listed.override();
        play.overrides.remove(caller, play.acme, override.user(), override.id(), Expected.any());
    }

    private List<ListedOverride> list() {
        return list(PAUL);
    }

    private List<ListedOverride> list(UserId user) {
        return play.overrides
                .list(SERVER, play.acme, user, PageRequest.of(null, null, 3))
                .items();
    }

    private String version() {
        return play.members.look(SERVER, play.acme, PAUL).version();
    }

    private Standing standing() {
        return play.access.in(play.realm, play.acme.id(), PAUL).orElseThrow();
    }

    private boolean has(String permission) {
        Standing standing = standing();
        return standing.catalogue().permissions().has(standing.effective().workspace(), new PermissionKey(permission));
    }

    private boolean hasIn(String project, String permission) {
        Standing standing = standing();
        return standing.catalogue().permissions().has(standing.effective().in(project), new PermissionKey(permission));
    }

    private Described.Description described(int number) {
        return ((Described) play.events.get(number)).description();
    }

    private List<String> actions() {
        return play.events.stream()
                .map(event -> ((Described) event).description().action())
                .toList();
    }
}
