// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.orphan.Overview.Administration;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("REALM-2")
class OrphansTest {

    private static final UserId ADA = new UserId("ada");

    private final Play play = new Play();
    private final Caller boss = new Caller.Administrator("boss", Administrators.ALL, true);

    @Test
    void aWorkspaceIsUnassignedUntilSomebodyCanRunIt() {
        assertEquals(Administration.UNASSIGNED, state(play.acme));
        play.teammate(play.acme, "bea", "architect");
        assertEquals(Administration.UNASSIGNED, state(play.acme));
        play.teammate(play.acme, "ada", "admin");
        assertEquals(Administration.STANDING, state(play.acme));
        assertEquals(Administration.UNASSIGNED, state(play.beta));
        assertEquals(
                0,
                said(WorkspaceOrphaned.class).size()
                        + said(WorkspaceRescued.class).size());
    }

    @Test
    void itIsOrphanedWhenTheLastOneLeavesInKeycloakAndRescuedByANewOne() {
        play.teammate(play.acme, "ada", "admin");
        play.teammate(play.acme, "bea", "admin");
        play.members.left(SERVER, play.realm, play.acme.id(), ADA);
        assertEquals(Administration.STANDING, state(play.acme));
        play.now = play.now.plusSeconds(5);
        Instant end = play.now;
        play.members.removed(SERVER, play.realm, new UserId("bea"));

        assertEquals(Administration.ORPHANED, state(play.acme));
        assertEquals(Optional.of(end), overview(play.acme).orphaned());
        assertEquals(List.of(new WorkspaceOrphaned(play.realm, play.acme.id(), false)), said(WorkspaceOrphaned.class));
        assertTrue(play.orphanStore.isUntold(play.acme.id()));
        play.teammate(play.acme, "cem", "consumer");
        assertEquals(Administration.ORPHANED, state(play.acme));
        play.members.assignRole(boss, play.acme, new UserId("cem"), "admin", Expected.any());
        assertEquals(Administration.STANDING, state(play.acme));
        assertEquals(List.of(new WorkspaceRescued(play.realm, play.acme.id())), said(WorkspaceRescued.class));
    }

    @Test
    void anEndThatPassesOrphansAndIsNeverRefused() {
        play.teammate(play.acme, "ada", "admin");
        Instant soon = play.now.plus(Duration.ofHours(1));
        play.members.assignRole(
                boss,
                play.acme,
                ADA,
                new NewRole("admin", Optional.of(soon), Optional.of("read-only")),
                Expected.any());
        // it has an end now, so she is none for good any more
        assertEquals(Administration.ORPHANED, state(play.acme));
        assertEquals(List.of(new WorkspaceOrphaned(play.realm, play.acme.id(), true)), said(WorkspaceOrphaned.class));
        play.now = soon;
        play.members.sweep(SERVER, play.realm, play.acme.id());
        assertEquals(1, said(WorkspaceOrphaned.class).size());
    }

    @Test
    void whoeverLosesWhatTheySignInWithOrphansAndRescuesWithIt() {
        play.teammate(play.acme, "ada", "admin");
        play.teammate(play.acme, "paul", "consumer");
        play.shutOut.add(ADA);
        play.orphans.signsInOtherwise(SERVER, play.realm, new UserId("paul"));
        assertEquals(Administration.STANDING, state(play.acme), "not looked at for Paul, who runs nothing");
        play.orphans.signsInOtherwise(SERVER, play.realm, ADA);
        assertEquals(Administration.ORPHANED, state(play.acme));
        play.orphans.signsInOtherwise(SERVER, play.realm, ADA);
        assertEquals(1, said(WorkspaceOrphaned.class).size());
        play.shutOut.clear();
        play.orphans.signsInOtherwise(SERVER, play.realm, ADA);
        assertEquals(Administration.STANDING, state(play.acme));
    }

    @Test
    void administratorsListThoseThatTheyMayView() {
        play.teammate(play.beta, "ada", "admin");
        play.members.left(SERVER, play.realm, play.beta.id(), ADA);
        Page<Seen> first = play.orphans.list(boss, play.realm, false, PageRequest.of("1", null, 1));
        assertEquals(List.of("acme"), aliases(first));
        Page<Seen> second = play.orphans.list(boss, play.realm, false, new PageRequest(1, first.next()));
        assertEquals(List.of("beta"), aliases(second));
        assertEquals(Optional.empty(), second.next());
        PageRequest all = PageRequest.of(null, null, 1);
        assertEquals(List.of("beta"), aliases(play.orphans.list(boss, play.realm, true, all)));
        Caller blind = new Caller.Administrator("blind", new Administrators(Set.of(), null));
        assertEquals(List.of(), aliases(play.orphans.list(blind, play.realm, false, all)));
        Caller.Person person = play.teammate(play.acme, "bea", "admin");
        refused(ProblemCode.FORBIDDEN, () -> play.orphans.list(person, play.realm, false, all));
    }

    @Test
    void anAdministratorIsToldWhatTheyMayManage() {
        Caller all = new Caller.Administrator("all", Administrators.ALL);
        Caller viewer = new Caller.Administrator("viewer", new Administrators(Set.of("viewsOrganization"), null));
        assertTrue(play.orphans.get(all, play.acme).manages());
        assertFalse(play.orphans.get(viewer, play.acme).manages());
        PageRequest page = PageRequest.of(null, null, 1);
        assertEquals(
                List.of(true, true),
                play.orphans.list(all, play.realm, false, page).items().stream()
                        .map(Seen::manages)
                        .toList());
        assertEquals(
                List.of(false, false),
                play.orphans.list(viewer, play.realm, false, page).items().stream()
                        .map(Seen::manages)
                        .toList());
        Caller blind = new Caller.Administrator("blind", new Administrators(Set.of(), null));
        refused(ProblemCode.FORBIDDEN, () -> play.orphans.get(blind, play.acme));
        Caller.Person person = play.teammate(play.acme, "bea", "admin");
        refused(ProblemCode.FORBIDDEN, () -> play.orphans.get(person, play.acme));
    }

    private Administration state(Workspace workspace) {
        return overview(workspace).administration();
    }

    private Overview overview(Workspace workspace) {
        Overview listed = play.orphans.list(boss, play.realm, false, PageRequest.of(null, null, 1)).items().stream()
                .map(Seen::overview)
                .filter(one -> one.workspace().equals(workspace))
                .findFirst()
                .orElseThrow();
        assertEquals(new Seen(listed, true), play.orphans.get(boss, workspace));
        return listed;
    }

    private static List<String> aliases(Page<Seen> page) {
        return page.items().stream()
                .map(one -> one.overview().workspace().alias())
                .toList();
    }

    private <E extends Event> List<E> said(Class<E> kind) {
        return play.events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
