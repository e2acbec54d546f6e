// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Gift;
import io.roster.access.PermissionSet;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PROJ-2")
class TeamsTest {

    private static final UserId PAUL = new UserId("paul");

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");
    private final Given given = new Given();
    private final Teams teams = new Teams(
            play.teamStore,
            play.members,
            play.workspaceStore,
            List.of(given),
            play.guard,
            (caller, event) -> play.events.add(event));

    /** Gives every team the same permissions of one project, and remembers which team went. */
    private static final class Given implements TeamUse {

        private List<Gift> gifts = List.of();
        private final List<TeamId> removed = new ArrayList<>();

        @Override
        public List<Gift> carriedBy(Workspace workspace, TeamId team) {
            return gifts;
        }

        @Override
        public void removed(Caller caller, Workspace workspace, TeamId team) {
            removed.add(team);
        }
    }

    @BeforeEach
    void aTeammate() {
        play.teammate(play.acme, "paul", "analyst");
        play.events.clear();
    }

    @Test
    void teamsAreListedByNamePageByPage() {
        IntStream.of(5, 1, 4, 2, 3).forEach(i -> teams.create(admin, play.acme, "Team " + i));
        teams.create(SERVER, play.beta, "Team 0");
        List<String> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Team> page = teams.list(admin, play.acme, new PageRequest(2, after));
            page.items().forEach(team -> seen.add(team.name()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(List.of("Team 1", "Team 2", "Team 3", "Team 4", "Team 5"), seen);
    }

    @Test
    @Tag("AUDIT-1")
    void eachChangeIsSaidOnceAndWhatChangesNothingNever() {
        Team team = teams.create(admin, play.acme, " Editors ");
        assertEquals("Editors", team.name());
        Team renamed = teams.rename(admin, play.acme, team.id(), "Writers", Expected.any());
        teams.rename(admin, play.acme, team.id(), "Writers", Expected.any());
        teams.add(admin, play.acme, team.id(), PAUL);
        teams.add(admin, play.acme, team.id(), PAUL);
        teams.remove(admin, play.acme, team.id(), PAUL);
        teams.remove(admin, play.acme, team.id(), PAUL);
        teams.delete(admin, play.acme, team.id(), Expected.any());
        List<Event> expected = List.of(
                new TeamCreated(play.acme, team),
                new TeamRenamed(play.acme, "Editors", renamed),
                new TeamJoined(play.acme, team.id(), PAUL),
                new TeamLeft(play.acme, team.id(), PAUL),
                new TeamDeleted(play.acme, renamed));
        assertEquals(expected, play.events);
        assertEquals(List.of(team.id()), given.removed);
    }

    @Test
    void aNameIsOnceInAWorkspaceToTheEye() {
        Team editors = teams.create(admin, play.acme, "Editors");
        Team writers = teams.create(admin, play.acme, "Writers");
        play.teamStore.add(play.acme, new Team(new TeamId("odd"), "made in Keycloak".repeat(10)));
        refused(ProblemCode.DUPLICATE, () -> teams.create(admin, play.acme, "ｅditors "));
        refused(ProblemCode.DUPLICATE, () -> teams.rename(admin, play.acme, writers.id(), "EDITORS", Expected.any()));
        refused(ProblemCode.VALIDATION, () -> teams.create(admin, play.acme, "a".repeat(65)));
        refused(ProblemCode.VALIDATION, () -> teams.create(admin, play.acme, "a\u202Eb"));
        refused(ProblemCode.VALIDATION, () -> teams.create(admin, play.acme, null));
        assertEquals(
                "EDITORS",
                teams.rename(admin, play.acme, editors.id(), "EDITORS", Expected.any())
                        .name());
        assertEquals("Editors", teams.create(SERVER, play.beta, "Editors").name());
    }

    @Test
    void aTeamThatIsNotAsItWasReadIsLeftAlone() {
        Team read = teams.create(admin, play.acme, "Editors");
        Expected asRead = Expected.of('"' + read.version() + '"');
        Team renamed = teams.rename(admin, play.acme, read.id(), "Writers", asRead);
        assertNotEquals(read.version(), renamed.version());
        refused(ProblemCode.STALE, () -> teams.rename(admin, play.acme, read.id(), "Authors", asRead));
        refused(ProblemCode.STALE, () -> teams.delete(admin, play.acme, read.id(), asRead));
        assertEquals(renamed, teams.get(admin, play.acme, read.id()));
        teams.delete(admin, play.acme, read.id(), Expected.of('"' + renamed.version() + '"'));
        refused(ProblemCode.NOT_FOUND, () -> teams.get(admin, play.acme, read.id()));
    }

    @Test
    @Tag("MATE-1")
    void whoIsInATeamIsListedAndTeammatesAreFilteredByIt() {
        Team team = teams.create(admin, play.acme, "Editors");
        Team other = teams.create(admin, play.acme, "Writers");
        Team foreign = teams.create(SERVER, play.beta, "Readers");
        teams.add(admin, play.acme, team.id(), PAUL);
        assertEquals(List.of("paul"), members(team));
        assertEquals(List.of(), members(other));
        assertEquals(List.of("paul"), listed(TeammateQuery.EVERYBODY.in(team.id())));
        assertEquals(
                List.of(),
                listed(TeammateQuery.of("ada", null, null, null, null).in(team.id())));
        assertEquals(List.of("ada", "paul"), listed(TeammateQuery.EVERYBODY));
        for (String unknown : List.of(foreign.id().value(), "none", "", "a\0")) {
            TeamId id = new TeamId(unknown);
            refused(ProblemCode.VALIDATION, () -> listed(TeammateQuery.EVERYBODY.in(id)));
            refused(ProblemCode.NOT_FOUND, () -> teams.members(admin, play.acme, id, all()));
        }
        Optional<Cursor> next = play.members
                .list(admin, play.acme, TeammateQuery.EVERYBODY, new PageRequest(1, Optional.empty()))
                .next();
        refused(ProblemCode.VALIDATION, () -> teams.members(admin, play.acme, team.id(), new PageRequest(1, next)));
    }

    @Test
    void theTeamsOfATeammateAreListedByNamePageByPage() {
        List<Team> made = List.of("Writers", "Readers", "Editors").stream()
                .map(name -> teams.create(admin, play.acme, name))
                .toList();
        assertEquals(List.of(), teamsOf(PAUL, 10));
        teams.add(admin, play.acme, made.get(0).id(), PAUL);
        teams.add(admin, play.acme, made.get(2).id(), PAUL);
        assertEquals(List.of("Editors", "Writers"), teamsOf(PAUL, 10));
        assertEquals(List.of("Editors", "Writers"), teamsOf(PAUL, 1));
        Caller mate = play.teammate(play.acme, "nina", "analyst");
        refused(ProblemCode.FORBIDDEN, () -> teams.of(mate, play.acme, PAUL, all()));
        refused(ProblemCode.NOT_FOUND, () -> teams.of(admin, play.acme, new UserId("nobody"), all()));
        refused(ProblemCode.NOT_FOUND, () -> teams.of(SERVER, play.beta, PAUL, all()));
    }

    private List<String> teamsOf(UserId user, int max) {
        List<String> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Team> page = teams.of(admin, play.acme, user, new PageRequest(max, after));
            page.items().forEach(team -> seen.add(team.name()));
            after = page.next();
        } while (after.isPresent());
        return seen;
    }

    @Test
    void onlyATeammateIsPutIntoATeamOfTheirWorkspace() {
        Team team = teams.create(admin, play.acme, "Editors");
        Team foreign = teams.create(SERVER, play.beta, "Editors");
        play.teammate(play.beta, "bea", "analyst");
        refused(ProblemCode.NOT_FOUND, () -> teams.add(admin, play.acme, team.id(), new UserId("bea")));
        refused(ProblemCode.NOT_FOUND, () -> teams.remove(admin, play.acme, team.id(), new UserId("bea")));
        refused(ProblemCode.NOT_FOUND, () -> teams.add(admin, play.acme, foreign.id(), PAUL));
        refused(ProblemCode.NOT_FOUND, () -> teams.get(admin, play.acme, foreign.id()));
        refused(ProblemCode.NOT_FOUND, () -> teams.rename(admin, play.acme, foreign.id(), "Writers", Expected.any()));
        refused(ProblemCode.NOT_FOUND, () -> teams.delete(admin, play.acme, foreign.id(), Expected.any()));
        teams.add(admin, play.acme, team.id(), PAUL);
        assertEquals(List.of("paul"), members(team));
    }

    @Test
    void joiningAndLeavingRaiseTheTeammatesCounterAndDeletingTheWorkspaces() {
        Team team = teams.create(admin, play.acme, "Editors");
        long before = epoch();
        teams.add(admin, play.acme, team.id(), PAUL);
        teams.add(admin, play.acme, team.id(), PAUL);
        assertEquals(before + 1, epoch());
        teams.remove(admin, play.acme, team.id(), PAUL);
        assertEquals(before + 2, epoch());
        long workspace = play.workspaceStore.epoch(play.acme.id());
        teams.delete(admin, play.acme, team.id(), Expected.any());
        assertEquals(workspace + 1, play.workspaceStore.epoch(play.acme.id()));
    }

    @Test
    void nobodyPutsSomebodyWhereMoreIsGivenThanTheyHold() {
        Caller lead = lead();
        Team team = teams.create(admin, play.acme, "Editors");
        given.gifts = List.of(gift("definitions.verify"));
        refused(ProblemCode.CEILING, () -> teams.add(lead, play.acme, team.id(), PAUL));
        refused(ProblemCode.CEILING, () -> teams.rename(lead, play.acme, team.id(), "Writers", Expected.any()));
        refused(ProblemCode.CEILING, () -> teams.delete(lead, play.acme, team.id(), Expected.any()));
        assertEquals(List.of(), members(team));
        given.gifts = List.of(gift("charts.run"));
        teams.add(lead, play.acme, team.id(), PAUL);
        teams.rename(lead, play.acme, team.id(), "Writers", Expected.any());
        assertEquals(List.of("paul"), members(team));
        given.gifts = List.of(gift("definitions.verify"));
        teams.remove(lead, play.acme, team.id(), PAUL);
        assertEquals(List.of(), members(team));
        teams.delete(admin, play.acme, team.id(), Expected.any());
    }

    @Test
    void nobodyTakesSomebodyOutWhoStandsAboveTheCeilingAsTheyDoNot() {
        Caller lead = lead();
        Team team = teams.create(admin, play.acme, "Editors");
        UserId ada = new UserId("ada");
        teams.add(lead, play.acme, team.id(), ada);
        refused(ProblemCode.CEILING, () -> teams.remove(lead, play.acme, team.id(), ada));
        assertEquals(List.of("ada"), members(team));
        teams.remove(admin, play.acme, team.id(), ada);
        assertEquals(List.of(), members(team));
    }

    @Test
    void whoMayNotChangeTeammatesSeesNoTeamAndAnAdministratorNeedsTheUserToo() {
        Team team = teams.create(admin, play.acme, "Editors");
        Caller mate = new Caller.Person("paul", "app");
        refused(ProblemCode.FORBIDDEN, () -> teams.list(mate, play.acme, PageRequest.of(null, null, 2)));
        refused(ProblemCode.FORBIDDEN, () -> teams.get(mate, play.acme, team.id()));
        refused(ProblemCode.FORBIDDEN, () -> teams.members(mate, play.acme, team.id(), all()));
        refused(ProblemCode.FORBIDDEN, () -> teams.create(mate, play.acme, "Writers"));
        refused(ProblemCode.FORBIDDEN, () -> teams.add(mate, play.acme, team.id(), PAUL));
        Caller organization = new Caller.Administrator(
                "root", new Administrators(Set.of("viewsOrganization", "managesOrganization"), Set.of()));
        assertEquals(team, teams.get(organization, play.acme, team.id()));
        refused(ProblemCode.FORBIDDEN, () -> teams.add(organization, play.acme, team.id(), PAUL));
        refused(ProblemCode.FORBIDDEN, () -> teams.remove(organization, play.acme, team.id(), PAUL));
        teams.add(new Caller.Administrator("root", Administrators.ALL), play.acme, team.id(), PAUL);
        assertTrue(teams.members(organization, play.acme, team.id(), all())
                .items()
                .get(0)
                .profile()
                .isEmpty());
    }

    @Test
    void whatKeycloakDoesIsFollowedAndNobodyWhoIsNoTeammateIsToldOf() {
        Team team = new Team(new TeamId("made-there"), "Editors");
        long before = epoch();
        teams.created(SERVER, play.acme, team);
        teams.joined(SERVER, play.acme, team.id(), PAUL);
        teams.joined(SERVER, play.acme, team.id(), new UserId("robot"));
        teams.left(SERVER, play.acme, team.id(), PAUL);
        teams.left(SERVER, play.acme, team.id(), new UserId("robot"));
        teams.removed(SERVER, play.acme, team);
        assertEquals(
                List.of(
                        new TeamCreated(play.acme, team),
                        new TeamJoined(play.acme, team.id(), PAUL),
                        new TeamLeft(play.acme, team.id(), PAUL),
                        new TeamDeleted(play.acme, team)),
                play.events);
        assertEquals(before + 2, epoch());
        assertEquals(List.of(team.id()), given.removed);

        play.events.clear();
        play.workspaceStore.whileWaiting(() -> {
            play.workspaceStore.remove(play.acme);
            play.workspaceStore.removeAll(play.acme.id());
        });
        teams.removed(SERVER, play.acme, team);
        assertEquals(List.of(), play.events);
        assertFalse(play.workspaceStore.hasRow(play.acme));
    }

    /** Somebody who may change teammates and is no Admin. */
    private Caller lead() {
        Role lead = play.roles.create(
                admin, play.acme, new RoleDraft("Lead", "", "analyst", Play.keys("teammates.manage"), List.of()));
        return play.teammate(play.acme, "lena", lead.key());
    }

    private Gift gift(String key) {
        PermissionSet permissions = play.catalogues.of(play.realm).permissions().set(Play.keys(key));
        return Gift.inWorkspace(permissions, Optional.empty());
    }

    private long epoch() {
        return play.memberStore.find(play.acme.id(), PAUL).orElseThrow().epoch();
    }

    private List<String> members(Team team) {
        return teams.members(admin, play.acme, team.id(), all()).items().stream()
                .map(listed -> listed.teammate().user().value())
                .toList();
    }

    private List<String> listed(TeammateQuery query) {
        return play.members.list(admin, play.acme, query, all()).items().stream()
                .map(listed -> listed.teammate().user().value())
                .toList();
    }

    private static PageRequest all() {
        return PageRequest.of(null, null, 3);
    }
}
