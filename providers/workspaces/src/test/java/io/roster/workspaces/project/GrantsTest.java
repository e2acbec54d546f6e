// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Keys;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.RoleChange;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PROJ-3")
class GrantsTest {

    private static final Optional<String> NO_ROLE = Optional.empty();
    private static final Optional<Instant> FOR_EVER = Optional.empty();
    private static final PageRequest ALL = new PageRequest(100, Optional.empty());

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");
    private final Caller paul = play.teammate(play.acme, "paul", "consumer");
    private final Grantee toPaul = Grantee.teammate(new UserId("paul"));
    private final TeamId crew = new TeamId("crew");

    @BeforeEach
    void aProjectAndATeam() {
        play.teamStore.add(play.acme, new Team(crew, "Crew"));
        play.projects.create(admin, play.acme, "web", "Web");
    }

    @Test
    void aGrantWithoutARoleLetsSomebodyUseTheirWorkspaceRole() {
        assertEquals(Optional.empty(), in("paul", "web"));
        make(toPaul, NO_ROLE);
        assertEquals(in("paul", "main"), in("paul", "web"));
        assertTrue(in("paul", "web").orElseThrow().contains("shared-charts.manage"));
    }

    @Test
    void aGrantWithARoleGivesThatInTheProjectInsteadOfTheWorkspaceRole() {
        make(toPaul, Optional.of("read-only"));
        assertEquals(
                Set.of(
                        "charts.run",
                        "charts.export",
                        "emailed-charts.receive",
                        "personal-charts.manage",
                        "session-replays.view"),
                in("paul", "web").orElseThrow());
        // both: united
        play.teams.add(admin, play.acme, crew, new UserId("paul"));
        make(Grantee.team(crew), Optional.of("analyst"));
        assertTrue(in("paul", "web").orElseThrow().contains("categorization.manage"));
        assertFalse(in("paul", "main").orElseThrow().contains("categorization.manage"));
    }

    @Test
    void aGrantToATeamReachesWhoeverIsInIt() {
        play.teammate(play.acme, "olga", "consumer");
        make(Grantee.team(crew), NO_ROLE);
        assertEquals(Optional.empty(), in("paul", "web"));
        play.teams.add(admin, play.acme, crew, new UserId("paul"));
        assertEquals(in("paul", "main"), in("paul", "web"));
        assertEquals(Optional.empty(), in("olga", "web"));
    }

    @Test
    void aRoleForMainCountsThere() {
        play.grants.make(admin, play.acme, new GrantDraft("main", toPaul, Optional.of("architect"), FOR_EVER));
        assertTrue(in("paul", "main").orElseThrow().contains("definitions.verify"));
        assertTrue(in("paul", "main").orElseThrow().contains("shared-charts.manage"));
    }

    @Test
    @Tag("MATE-5")
    void whatHasEndedIsAbsentEverywhereBeforeItIsSwept() {
        Instant end = play.now.plusSeconds(60);
        WorkspaceGrant grant = make(toPaul, NO_ROLE, Optional.of(end));
        play.now = end.minusMillis(1);
        assertTrue(in("paul", "web").isPresent());
        assertEquals(List.of(grant.id()), ofProject());

        play.now = end;

        assertEquals(Optional.empty(), in("paul", "web"));
        assertEquals(List.of(), ofProject());
        assertEquals(List.of(), ofPaul());
        refused(ProblemCode.NOT_FOUND, () -> play.grants.get(admin, play.acme, "web", grant.id()));
        refused(ProblemCode.NOT_FOUND, () -> change(grant, NO_ROLE, FOR_EVER));
        refused(ProblemCode.NOT_FOUND, () -> remove(admin, grant));
        assertEquals(1, play.grantStore.rows());
    }

    @Test
    @Tag("MATE-5")
    void theSweepTakesAwayWhatHasEndedAndNothingElse() {
        WorkspaceGrant ending = make(toPaul, NO_ROLE, Optional.of(play.now.plusSeconds(60)));
        WorkspaceGrant staying = make(Grantee.team(crew), NO_ROLE);
        assertEquals(List.of(), play.grants.lapsed(10));
        play.now = play.now.plusSeconds(60);
        assertEquals(List.of(new Lapsing.Place(play.realm, play.acme.id())), play.grants.lapsed(10));
        play.workspaceStore.lock(play.realm, play.acme.id());
        play.grants.sweep(SERVER, play.realm, play.acme.id());
        assertEquals(List.of(), play.grants.lapsed(10));
        assertEquals(List.of(staying.id()), ofProject());
        assertEquals(List.of("grant.made", "grant.made", "grant.ended"), actions());
        assertEquals(1, play.grantStore.rows());
        assertTrue(play.grantStore.find(play.acme.id(), ending.id()).isEmpty());
    }

    @Test
    @Tag("MATE-5")
    void anEndedGrantIsNotInTheWayOfANewOne() {
        make(toPaul, NO_ROLE, Optional.of(play.now.plusSeconds(60)));
        play.now = play.now.plusSeconds(61);
        WorkspaceGrant again = make(toPaul, NO_ROLE);
        assertEquals(List.of(again.id()), ofProject());
        assertEquals(List.of("grant.made", "grant.ended", "grant.made"), actions());
        assertTrue(in("paul", "web").isPresent());
    }

    @Test
    void thereIsOneByHandForEachProjectAndGrantee() {
        WorkspaceGrant first = make(toPaul, NO_ROLE);
        Problem again = refused(ProblemCode.DUPLICATE, () -> make(toPaul, Optional.of("consumer")));
        assertEquals(first.id(), again.fields().get("existing"));
        make(Grantee.team(crew), NO_ROLE);
        play.grants.make(admin, play.acme, new GrantDraft("main", toPaul, NO_ROLE, FOR_EVER));
        assertEquals(2, ofProject().size());
        assertEquals(2, ofPaul().size());
    }

    @Test
    void aGrantWithARoleStaysBelowTheCeiling() {
        Caller lead = lead("lena", "projects.manage");
        refused(ProblemCode.CEILING, () -> make(lead, toPaul, Optional.of("architect"), FOR_EVER));
        WorkspaceGrant given = make(lead, toPaul, Optional.of("analyst"), FOR_EVER);
        refused(ProblemCode.CEILING, () -> change(lead, given, Optional.of("architect"), FOR_EVER));
        change(lead, given, NO_ROLE, FOR_EVER);

        Caller above = lead("lisa", "projects.manage", "user-permissions.change");
        WorkspaceGrant more = change(above, given, Optional.of("architect"), FOR_EVER);
        // what carries more than they hold they don't touch, not even to make it smaller
        refused(ProblemCode.CEILING, () -> change(lead, more, NO_ROLE, FOR_EVER));
        refused(ProblemCode.CEILING, () -> remove(lead, more));
        remove(above, more);
        assertEquals(List.of(), ofProject());
        // without a role there is nothing to give
        remove(lead, make(lead, Grantee.teammate(new UserId("ada")), NO_ROLE, FOR_EVER));
    }

    @Test
    @Tag("MATE-5")
    void whatIsHeldUntilAMomentIsGivenUntilThatMoment() {
        Instant end = play.now.plusSeconds(600);
        Optional<String> verifier = Optional.of(role("Verifier", "definitions.verify"));
        Caller lead = lead("lena", "projects.manage");
        play.grants.make(
                admin,
                play.acme,
                new GrantDraft("web", Grantee.teammate(new UserId("lena")), verifier, Optional.of(end)));
        refused(ProblemCode.CEILING, () -> make(lead, toPaul, verifier, FOR_EVER));
        refused(ProblemCode.CEILING, () -> make(lead, toPaul, verifier, Optional.of(end.plusMillis(1))));
        make(lead, toPaul, verifier, Optional.of(end));
    }

    @Test
    void whatIsNoneOfThisWorkspaceIsRefused() {
        TeamId foreign = new TeamId("foreign");
        play.teamStore.add(play.beta, new Team(foreign, "Foreign"));
        play.teammate(play.beta, "bob", "consumer");
        refused(ProblemCode.VALIDATION, () -> make(Grantee.team(foreign), NO_ROLE));
        refused(ProblemCode.VALIDATION, () -> make(Grantee.teammate(new UserId("bob")), NO_ROLE));
        refused(ProblemCode.VALIDATION, () -> make(toPaul, Optional.of("none")));
        refused(ProblemCode.VALIDATION, () -> make(toPaul, NO_ROLE, Optional.of(play.now)));
        refused(
                ProblemCode.NOT_FOUND,
                () -> play.grants.make(admin, play.acme, new GrantDraft("app", toPaul, NO_ROLE, FOR_EVER)));
        refused(ProblemCode.NOT_FOUND, () -> play.grants.ofTeam(admin, play.acme, foreign, ALL));
        refused(ProblemCode.NOT_FOUND, () -> play.grants.ofTeammate(admin, play.acme, new UserId("bob"), ALL));
        WorkspaceGrant made = make(toPaul, NO_ROLE, Optional.of(play.now.plusMillis(1)));
        refused(ProblemCode.NOT_FOUND, () -> play.grants.get(admin, play.acme, "main", made.id()));
        refused(ProblemCode.FORBIDDEN, () -> make(paul, Grantee.team(crew), NO_ROLE, FOR_EVER));
        refused(ProblemCode.FORBIDDEN, () -> play.grants.ofProject(paul, play.acme, "web", ALL));
    }

    @Test
    void aPersonalGrantRaisesTheTeammatesCounterAndATeamsTheWorkspaces() {
        long workspace = play.workspaceStore.epoch(play.acme.id());
        long teammate = epoch();
        WorkspaceGrant personal = make(toPaul, NO_ROLE);
        assertEquals(teammate + 1, epoch());
        assertEquals(workspace, play.workspaceStore.epoch(play.acme.id()));
        WorkspaceGrant changed = change(personal, Optional.of("consumer"), FOR_EVER);
        assertEquals(teammate + 2, epoch());
        WorkspaceGrant ofTeam = make(Grantee.team(crew), NO_ROLE);
        assertEquals(workspace + 1, play.workspaceStore.epoch(play.acme.id()));
        remove(admin, ofTeam);
        assertEquals(workspace + 2, play.workspaceStore.epoch(play.acme.id()));
        assertEquals(teammate + 2, epoch());
        Expected old = Expected.of('"' + Long.toString(personal.version()) + '"');
        refused(ProblemCode.STALE, () -> play.grants.remove(admin, play.acme, "web", personal.id(), old));
        assertEquals(changed, change(changed, Optional.of("consumer"), FOR_EVER), "nothing has changed");
        assertEquals(List.of("grant.made", "grant.changed", "grant.made", "grant.removed"), actions());
    }

    @Test
    @Tag("SCIM-4")
    void whatScimOwnsIsNotEditedByHand() {
        WorkspaceGrant scim = new WorkspaceGrant(
                "g1",
                "web",
                Grantee.team(crew),
                Optional.of(new RoleRef.OfPreset("consumer")),
                FOR_EVER,
                Source.SCIM,
                Optional.empty(),
                play.now,
                1);
        play.grantStore.insert(play.acme, scim);
        refused(ProblemCode.SCIM_MANAGED, () -> change(scim, NO_ROLE, FOR_EVER));
        refused(ProblemCode.SCIM_MANAGED, () -> remove(admin, scim));
        remove(admin, make(Grantee.team(crew), NO_ROLE));
        assertEquals(List.of("g1"), ofProject());
    }

    @Test
    @Tag("ROLE-5")
    void aRoleThatAGrantGivesIsNeitherDeletedNorHidden() {
        String custom = play.roles
                .create(admin, play.acme, new RoleDraft("Spare", "", "consumer", List.of(), List.of()))
                .key();
        WorkspaceGrant grant = make(Grantee.team(crew), Optional.of(custom));
        refused(
                ProblemCode.IN_USE,
                () -> play.roles.delete(admin, play.acme, custom, Optional.empty(), Expected.any()));
        change(grant, Optional.of("analyst"), FOR_EVER);
        play.roles.delete(admin, play.acme, custom, Optional.empty(), Expected.any());
        RoleChange hidden = new RoleChange("Analyst", Optional.empty(), Play.keys("charts.run"), Optional.of(true));
        refused(ProblemCode.IN_USE, () -> play.roles.edit(admin, play.acme, "analyst", hidden, Expected.any()));
        remove(admin, grant);
        play.roles.edit(admin, play.acme, "analyst", hidden, Expected.any());
    }

    @Test
    void whatBelongsToATeammateGoesWithThem() {
        make(toPaul, NO_ROLE);
        WorkspaceGrant ofTeam = make(Grantee.team(crew), NO_ROLE);
        play.members.left(SERVER, play.realm, play.acme.id(), new UserId("paul"));
        assertEquals(List.of(ofTeam.id()), ofProject());
    }

    @Test
    @Tag("PROJ-2")
    void theGrantsOfATeamThatGoesGoToo() {
        WorkspaceGrant staying = make(toPaul, NO_ROLE);
        Caller lead = lead("lena", "projects.manage", "teammates.manage");
        make(Grantee.team(crew), Optional.of("architect"));
        refused(ProblemCode.CEILING, () -> play.teams.delete(lead, play.acme, crew, Expected.any()));
        play.teams.delete(admin, play.acme, crew, Expected.any());
        assertEquals(List.of(staying.id()), ofProject());
        assertEquals(List.of("grant.made", "grant.made", "grant.removed"), actions());
    }

    @Test
    @Tag("PROJ-2")
    void aTeamsGrantsAndATeammatesAreTheProjectsOwn() {
        play.teams.add(admin, play.acme, crew, new UserId("paul"));
        WorkspaceGrant personal = make(toPaul, Optional.of("analyst"));
        WorkspaceGrant ofTeam = make(Grantee.team(crew), NO_ROLE);
        assertEquals(Set.of(personal.id(), ofTeam.id()), Set.copyOf(ofPaul()));
        ListedGrant listed =
                play.grants.ofTeam(admin, play.acme, crew, ALL).items().get(0);
        assertEquals(ofTeam, listed.grant());
        assertEquals(Optional.of("Crew"), listed.granteeName());
        ListedGrant one = play.grants.get(admin, play.acme, "web", personal.id());
        assertEquals(Optional.of("paul Sample"), one.granteeName());
        assertEquals(Optional.of("Analyst"), one.roleName());
    }

    @Test
    void anAdministratorGrantsToWhomTheyMayManageAndSeesNamesOfWhomTheyMayView() {
        WorkspaceGrant personal = make(toPaul, NO_ROLE);
        Caller limited = new Caller.Administrator(
                "root", new Administrators(Set.of("viewsOrganization", "managesOrganization"), Set.of()));
        assertEquals(
                Optional.empty(),
                play.grants.get(limited, play.acme, "web", personal.id()).granteeName());
        refused(ProblemCode.FORBIDDEN, () -> remove(limited, personal));
        refused(ProblemCode.FORBIDDEN, () -> make(limited, Grantee.teammate(new UserId("ada")), NO_ROLE, FOR_EVER));
        refused(ProblemCode.FORBIDDEN, () -> play.grants.ofTeammate(limited, play.acme, new UserId("paul"), ALL));
        remove(limited, make(limited, Grantee.team(crew), Optional.of("admin"), FOR_EVER));
        Caller full = new Caller.Administrator("root", Administrators.ALL);
        assertEquals(
                Optional.of("paul Sample"),
                play.grants.get(full, play.acme, "web", personal.id()).granteeName());
        remove(full, personal);
    }

    private Caller lead(String name, String... permissions) {
        return play.teammate(play.acme, name, role("Lead " + name, permissions));
    }

    /** An Analyst with these permissions more. */
    private String role(String name, String... permissions) {
        return play.roles
                .create(admin, play.acme, new RoleDraft(name, "", "analyst", Play.keys(permissions), List.of()))
                .key();
    }

    private WorkspaceGrant make(Grantee grantee, Optional<String> role) {
        return make(grantee, role, FOR_EVER);
    }

    private WorkspaceGrant make(Grantee grantee, Optional<String> role, Optional<Instant> until) {
        return make(admin, grantee, role, until);
    }

    private WorkspaceGrant make(Caller caller, Grantee grantee, Optional<String> role, Optional<Instant> until) {
        return play.grants
                .make(caller, play.acme, new GrantDraft("web", grantee, role, until))
                .grant();
    }

    private WorkspaceGrant change(WorkspaceGrant grant, Optional<String> role, Optional<Instant> until) {
        return change(admin, grant, role, until);
    }

    private WorkspaceGrant change(Caller caller, WorkspaceGrant grant, Optional<String> role, Optional<Instant> until) {
        return play.grants
                .change(caller, play.acme, grant.project(), grant.id(), role, until, Expected.any())
                .grant();
    }

    private void remove(Caller caller, WorkspaceGrant grant) {
        play.grants.remove(caller, play.acme, grant.project(), grant.id(), Expected.any());
    }

    private List<String> ofProject() {
        return ids(play.grants.ofProject(admin, play.acme, "web", ALL).items());
    }

    private List<String> ofPaul() {
        return ids(play.grants
                .ofTeammate(admin, play.acme, new UserId("paul"), ALL)
                .items());
    }

    private static List<String> ids(List<ListedGrant> grants) {
        return grants.stream().map(listed -> listed.grant().id()).toList();
    }

    private long epoch() {
        return play.memberStore
                .find(play.acme.id(), new UserId("paul"))
                .orElseThrow()
                .epoch();
    }

    private List<String> actions() {
        return play.auditStore.of(play.acme.id()).stream()
                .map(entry -> entry.action().key())
                .filter(action -> action.startsWith("grant."))
                .toList();
    }

    /** What somebody may do in a project; empty where it doesn't open. */
    private Optional<Set<String>> in(String user, String project) {
        Standing standing =
                play.access.in(play.realm, play.acme.id(), new UserId(user)).orElseThrow();
        assertFalse(standing.catalogue().permissions().has(standing.effective().in(project), Keys.PROJECTS_MANAGE));
        return Optional.ofNullable(standing.effective().projects().get(project))
                .map(set -> standing.catalogue().permissions().keys(set).stream()
                        .map(Object::toString)
                        .collect(Collectors.toSet()));
    }
}
