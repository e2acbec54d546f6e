// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.RoleUse;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MATE-5")
class TemporaryRolesTest {

    private static final UserId PAUL = new UserId("paul");

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");
    private final Caller plain = play.teammate(play.acme, "paul", "consumer");
    private final Instant soon = play.now.plusSeconds(60);

    @Test
    void theSuccessorCountsFromThatInstantOnBeforeAnySweep() {
        Listed given = give(admin, "architect", soon, "analyst");
        assertEquals("architect", given.teammate().role().key());
        assertEquals(Optional.of(soon), given.teammate().assigned().until());
        assertEquals("Architect", given.roleName());
        play.now = soon.minusMillis(1);
        assertEquals("architect", standing());
        assertEquals(List.of("paul"), listed("architect"));

        play.now = soon;
        assertEquals("analyst", standing());
        Listed now = play.members.get(admin, play.acme, PAUL);
        assertEquals(
                Assigned.lasting(new RoleRef.OfPreset("analyst")),
                now.teammate().assigned());
        assertEquals("Analyst", now.roleName());
        assertEquals(List.of(), listed("architect"));
        assertEquals(List.of("paul"), listed("analyst"));
        assertEquals(
                "analyst",
                play.members
                        .list(admin, play.acme, TeammateQuery.of("paul", null, null, null, null), all())
                        .items()
                        .get(0)
                        .teammate()
                        .role()
                        .key());
    }

    @Test
    void whereNothingIsSaidTheDefaultRoleFollows() {
        give(admin, "architect", soon, null);
        play.now = soon;
        assertEquals("read-only", standing());
    }

    @Test
    void aSweepMakesTheSuccessorTheRoleAndSaysSo() {
        give(admin, "architect", soon, "analyst");
        assertEquals(List.of(), play.members.lapsed(9));
        play.now = soon;
        assertEquals(List.of(new Lapsing.Place(play.realm, play.acme.id())), play.members.lapsed(9));
        play.events.clear();

        play.members.sweep(SERVER, play.realm, play.acme.id());

        Described.Description said = ((Described) play.events.get(0)).description();
        assertEquals("teammate.role-ended", said.action());
        assertEquals(Map.of("role", "architect", "until", soon.toString(), "next", "analyst"), said.before());
        assertEquals(Map.of("role", "analyst"), said.after());
        assertEquals(Optional.of("manual"), said.source());
        assertEquals(1, play.events.size());
        assertEquals("analyst", standing());
        assertEquals(List.of(), play.members.lapsed(9));
        assertEquals(
                "analyst",
                play.memberStore.find(play.acme.id(), PAUL).orElseThrow().role().key());
    }

    @Test
    @Tag("AUDIT-1")
    void whatHasEndedIsSaidBeforeTheNextChange() {
        give(admin, "architect", soon, "analyst");
        play.now = soon;
        play.events.clear();
        play.members.assignRole(admin, play.acme, PAUL, "analyst", Expected.any());
        assertEquals(List.of(), play.events, "they have it already");
        play.members.assignRole(admin, play.acme, PAUL, "consumer", Expected.any());
        assertEquals(
                List.of("teammate.role-ended", "teammate.role-changed"),
                play.events.stream()
                        .map(event -> ((Described) event).description().action())
                        .toList());
        assertEquals(
                Map.of("role", "analyst"),
                ((Described) play.events.get(1)).description().before());
    }

    @Test
    @Tag("MATE-2")
    void bothRolesAreGivenEachForItsTime() {
        Role lead = play.roles.create(
                admin, play.acme, new RoleDraft("Lead", "", "consumer", Play.keys("teammates.manage"), List.of()));
        Caller leader = play.teammate(play.acme, "lena", lead.key());
        refused(ProblemCode.CEILING, () -> give(leader, "consumer", soon, "analyst"));
        refused(ProblemCode.CEILING, () -> give(leader, "analyst", soon, "consumer"));
        give(leader, "read-only", soon, "consumer");
        // a leader until soon gives nothing for longer, and so no successor
        play.members.assignRole(
                admin,
                play.acme,
                new UserId("lena"),
                new NewRole(lead.key(), Optional.of(soon), Optional.of("read-only")),
                Expected.any());
        refused(ProblemCode.CEILING, () -> give(leader, "consumer", soon.plusSeconds(1), "read-only"));
        refused(ProblemCode.CEILING, () -> give(leader, "read-only", soon.minusSeconds(9), "consumer"));
        give(leader, "consumer", soon, "read-only");
        give(admin, "analyst", soon.plusSeconds(1), "architect");
    }

    @Test
    @Tag("MATE-2")
    void whoeverWillHaveMoreIsOutOfReachToo() {
        Role lead = play.roles.create(
                admin, play.acme, new RoleDraft("Lead", "", "consumer", Play.keys("teammates.manage"), List.of()));
        Caller leader = play.teammate(play.acme, "lena", lead.key());
        give(admin, "read-only", soon, "architect");
        refused(ProblemCode.CEILING, () -> give(leader, "read-only", soon.plusSeconds(9), "read-only"));
        give(admin, "read-only", soon, "consumer");
        give(leader, "read-only", soon.plusSeconds(9), "read-only");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(ProblemCode.VALIDATION, () -> give(admin, "analyst", play.now, null));
        refused(ProblemCode.VALIDATION, () -> give(admin, "analyst", soon, "owner"));
        refused(ProblemCode.VALIDATION, () -> give(admin, "analyst", null, "consumer"));
        assertEquals("consumer", standing());
        give(admin, "analyst", soon, "consumer");
        assertEquals("analyst", standing());
    }

    @Test
    @Tag("ROLE-5")
    void aRoleThatFollowsIsInUse() {
        Role spare = play.roles.create(admin, play.acme, new RoleDraft("Spare", "", "consumer", List.of(), List.of()));
        give(admin, "analyst", soon, spare.key());
        Problem problem = refused(
                ProblemCode.IN_USE,
                () -> play.roles.delete(admin, play.acme, spare.key(), Optional.empty(), Expected.any()));
        assertEquals(
                List.of(new RoleUse.Users("teammates", 1, List.of("paul"))),
                problem.fields().get("usedBy"));
        give(admin, "analyst", soon, "consumer");
        play.roles.delete(admin, play.acme, spare.key(), Optional.empty(), Expected.any());
    }

    @Test
    @Tag("AUDIT-1")
    void anEndThatChangesIsAChangeOfTheRole() {
        give(admin, "architect", soon, "analyst");
        play.events.clear();
        give(admin, "architect", soon, "analyst");
        assertEquals(List.of(), play.events);
        play.members.assignRole(admin, play.acme, PAUL, "architect", Expected.any());
        Described.Description said = ((Described) play.events.get(0)).description();
        assertEquals(Map.of("role", "architect", "until", soon.toString(), "next", "analyst"), said.before());
        assertEquals(Map.of("role", "architect"), said.after());
    }

    @Test
    @Tag("PROJ-1")
    void somebodyStartsWhereItIsSaidAsLongAsTheyCanOpenIt() {
        play.project(play.acme, "web", true);
        play.project(play.acme, "lab", false);
        assertEquals(Start.USUAL, startsIn());
        String before = play.members.look(admin, play.acme, PAUL).version();
        start(admin, "web", "development");
        assertEquals(new Start("web", "development"), startsIn());
        assertTrue(!before.equals(play.members.look(admin, play.acme, PAUL).version()));
        start(admin, "lab", null);
        assertEquals(Start.USUAL, startsIn(), "they can't open it");
        start(admin, null, "development");
        assertEquals(new Start("main", "development"), startsIn());
        refused(ProblemCode.VALIDATION, () -> start(admin, "none", null));
        refused(ProblemCode.VALIDATION, () -> start(admin, null, "Development"));
        refused(ProblemCode.FORBIDDEN, () -> start(plain, "web", null));
        play.events.clear();
        start(admin, null, null);
        assertEquals(Start.USUAL, startsIn());
        Described.Description said = ((Described) play.events.get(0)).description();
        assertEquals(Map.of("project", "main", "environment", "development"), said.before());
        assertEquals(Map.of("project", "main", "environment", "production"), said.after());
    }

    private Listed give(Caller caller, String role, Instant until, String then) {
        return play.members.assignRole(
                caller,
                play.acme,
                PAUL,
                new NewRole(role, Optional.ofNullable(until), Optional.ofNullable(then)),
                Expected.any());
    }

    private void start(Caller caller, String project, String environment) {
        play.members.start(
                caller,
                play.acme,
                PAUL,
                Optional.ofNullable(project),
                Optional.ofNullable(environment),
                Expected.any());
    }

    private Start startsIn() {
        return play.access.in(play.realm, play.acme.id(), PAUL).orElseThrow().startsIn();
    }

    private String standing() {
        return play.access.in(play.realm, play.acme.id(), PAUL).orElseThrow().role();
    }

    private List<String> listed(String role) {
        return play
                .members
                .list(admin, play.acme, TeammateQuery.of(null, role, null, null, null), all())
                .items()
                .stream()
                .map(listed -> listed.teammate().user().value())
                .toList();
    }

    private static PageRequest all() {
        return PageRequest.of(null, null, 3);
    }
}
