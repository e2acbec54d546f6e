// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("PROJ-1")
class ProjectsTest {

    private static final Optional<String> NO_ROLE = Optional.empty();

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");
    private final Caller paul = play.teammate(play.acme, "paul", "analyst");

    @Test
    void mainIsThereWithoutARowUntilItIsChanged() {
        WorkspaceProject main = play.projects.get(paul, play.acme, "main");
        assertTrue(main.open());
        assertEquals(List.of("production", "development"), environments(main));
        assertEquals(List.of(), play.projectStore.page(play.acme.id(), 9, Optional.empty()));
        assertEquals(Optional.empty(), play.projectStore.find(play.acme.id(), "main"));

        edit("main", "Everything", Optional.empty());

        assertEquals("Everything", play.projects.get(paul, play.acme, "main").name());
        assertEquals(List.of("production", "development"), environments(get("main")));
        assertTrue(opens("paul", "main"));
    }

    @Test
    void mainIsNeverClosedOrArchived() {
        refused(ProblemCode.VALIDATION, () -> edit("main", "Main", Optional.of(false)));
        refused(ProblemCode.VALIDATION, () -> play.projects.archive(admin, play.acme, "main", Expected.any()));
        refused(ProblemCode.DUPLICATE, () -> play.projects.create(admin, play.acme, "main", "Main"));
        create("web");
        edit("web", "Web", Optional.of(false));
        play.projects.archive(admin, play.acme, "web", Expected.any());
        assertTrue(get("web").archived());
        assertTrue(opens("paul", "main"));
    }

    @Test
    void aNewProjectIsClosedAndOpensToWhoeverManagesProjectsAlone() {
        WorkspaceProject web = create("web");
        assertFalse(web.open());
        assertEquals(List.of("production", "development"), environments(web));
        assertFalse(opens("paul", "web"));
        assertTrue(opens("ada", "web"));

        edit("web", "Web", Optional.of(true));
        assertTrue(opens("paul", "web"));

        edit("web", "Web", Optional.of(false));
        assertFalse(opens("paul", "web"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Web", "-web", "we b", "w\u00e9b", "a/b"})
    void whatIsNoKeyIsRefused(String key) {
        refused(ProblemCode.VALIDATION, () -> play.projects.create(admin, play.acme, key, "Web"));
        refused(
                ProblemCode.VALIDATION,
                () -> play.projects.nameEnvironment(admin, play.acme, "main", key, "Web", Expected.any()));
    }

    @Test
    void aKeyHasUpTo63CharactersAndANameUpTo64OfAnyScript() {
        refused(ProblemCode.VALIDATION, () -> play.projects.create(admin, play.acme, "k".repeat(64), "Long"));
        play.projects.create(admin, play.acme, "k".repeat(63), "Long");
        refused(ProblemCode.VALIDATION, () -> play.projects.create(admin, play.acme, "0", " "));
        refused(ProblemCode.VALIDATION, () -> play.projects.create(admin, play.acme, "0", "x".repeat(65)));
        refused(ProblemCode.VALIDATION, () -> play.projects.create(admin, play.acme, "0", "a\u202Eb"));
        String name = "\u4E16".repeat(64);
        assertEquals(
                name,
                play.projects.create(admin, play.acme, "0-1", " " + name + " ").name());
    }

    @Test
    void aKeyIsNeverUsedAgain() {
        create("web");
        play.projects.archive(admin, play.acme, "web", Expected.any());
        assertEquals(
                "web",
                refused(ProblemCode.DUPLICATE, () -> create("web")).fields().get("existing"));
        play.projects.create(admin, play.acme, "web2", "web");
        play.projects.create(
                play.teammate(play.beta, "bea", "admin"), play.beta, "web", "Another workspace's is another one");
    }

    @Test
    void nobodyHasAnythingInAnArchivedProject() {
        create("web");
        edit("web", "Web", Optional.of(true));
        assertTrue(opens("paul", "web"));
        play.projects.archive(admin, play.acme, "web", Expected.any());
        assertFalse(opens("paul", "web"));
        assertFalse(opens("ada", "web"));
        play.projects.restore(admin, play.acme, "web", Expected.any());
        assertTrue(opens("paul", "web"));
        assertTrue(get("web").open());
    }

    @Test
    @Tag("PROJ-3")
    void restoringGivesWhatTheGrantsCarry() {
        Caller lead = lead();
        Optional<String> verifier = Optional.of(role("Verifier", "definitions.verify"));
        create("web");
        create("app");
        TeamId crew = new TeamId("crew");
        play.teamStore.add(play.acme, new Team(crew, "Crew"));
        grant("web", Grantee.team(crew), verifier);
        grant("app", Grantee.team(crew), Optional.of("analyst"));
        play.projects.archive(lead, play.acme, "web", Expected.any());
        play.projects.archive(lead, play.acme, "app", Expected.any());

        refused(ProblemCode.CEILING, () -> play.projects.restore(lead, play.acme, "web", Expected.any()));
        assertTrue(get("web").archived());
        play.projects.restore(lead, play.acme, "app", Expected.any());
        assertFalse(get("app").archived());

        // once it is restored the lead has it there, too
        grant("web", Grantee.teammate(new UserId("lena")), verifier);
        play.projects.restore(lead, play.acme, "web", Expected.any());
        assertFalse(get("web").archived());
    }

    @Test
    @Tag("MATE-5")
    void whatHasEndedIsNotGivenByRestoring() {
        Caller lead = lead();
        create("web");
        play.grants.make(
                admin,
                play.acme,
                new GrantDraft(
                        "web",
                        Grantee.teammate(new UserId("paul")),
                        Optional.of("architect"),
                        Optional.of(play.now.plusSeconds(60))));
        play.projects.archive(admin, play.acme, "web", Expected.any());
        refused(ProblemCode.CEILING, () -> play.projects.restore(lead, play.acme, "web", Expected.any()));
        play.now = play.now.plusSeconds(60);
        play.projects.restore(lead, play.acme, "web", Expected.any());
        assertFalse(get("web").archived());
    }

    @Test
    @Tag("REALM-3")
    void aNewProjectBeginsWithTheEnvironmentsOfTheSettings() {
        create("before");
        play.settings.save(
                admin,
                play.acme,
                new Settings.Wanted(null, null, null, null, List.of("production", "eu-west")),
                Expected.any());
        assertEquals(
                List.of(
                        new Environment("production", "Production", false),
                        new Environment("eu-west", "Eu-west", false)),
                create("after").environments());
        assertEquals(List.of("production", "eu-west"), environments(get("main")), "nobody has changed it yet");
        assertEquals(List.of("production", "development"), environments(get("before")));
        edit("main", "Everything", Optional.empty());
        play.settings.save(admin, play.acme, new Settings.Wanted(null, null, null, null, null), Expected.any());
        assertEquals(List.of("production", "eu-west"), environments(get("main")));
    }

    @Test
    void environmentsAreMadeRenamedArchivedAndComeBack() {
        create("web");
        name("staging", "Staging");
        name("production", "Live");
        assertEquals(List.of("production", "development", "staging"), environments(get("web")));
        assertEquals("Live", get("web").environment("production").orElseThrow().name());
        archive("staging");
        assertTrue(get("web").environment("staging").orElseThrow().archived());
        name("staging", "Rehearsal");
        assertEquals(
                Optional.of(new Environment("staging", "Rehearsal", false)),
                get("web").environment("staging"));
        refused(ProblemCode.VALIDATION, () -> archive("production"));
        refused(ProblemCode.NOT_FOUND, () -> archive("none"));
        assertEquals(
                List.of(
                        "project.created",
                        "environment.created",
                        "environment.renamed",
                        "environment.archived",
                        "environment.restored"),
                actions());
    }

    @Test
    void aProjectHasAtMost50Environments() {
        create("web");
        for (int i = 2; i < Projects.MOST_ENVIRONMENTS; i++) {
            name("e" + i, "Environment");
        }
        refused(ProblemCode.VALIDATION, () -> name("one-more", "One more"));
        archive("e2");
        refused(ProblemCode.VALIDATION, () -> name("one-more", "One more"));
        name("e2", "Back again");
        assertEquals(Projects.MOST_ENVIRONMENTS, get("web").environments().size());
    }

    @Test
    void aTeammateSeesWhatTheyCanOpenAndWhoeverManagesProjectsAll() {
        for (String key : List.of("open", "closed", "granted", "archived")) {
            create(key);
        }
        edit("open", "Open", Optional.of(true));
        edit("archived", "Archived", Optional.of(true));
        play.projects.archive(admin, play.acme, "archived", Expected.any());
        grant("granted", Grantee.teammate(new UserId("paul")), NO_ROLE);

        assertEquals(List.of("main", "granted", "open"), keys(paul));
        assertEquals(List.of("main", "archived", "closed", "granted", "open"), keys(admin));
        Caller viewer = new Caller.Administrator("viewer", new Administrators(Set.of("viewsOrganization"), Set.of()));
        assertEquals(keys(admin), keys(viewer));
        for (String key : List.of("closed", "archived", "none")) {
            refused(ProblemCode.NOT_FOUND, () -> play.projects.get(paul, play.acme, key));
        }
        assertEquals("open", play.projects.get(paul, play.acme, "open").key());
        refused(ProblemCode.NOT_FOUND, () -> play.projects.list(paul, play.beta, new PageRequest(9, Optional.empty())));
    }

    @Test
    void onlyWhoeverManagesProjectsChangesThem() {
        create("web");
        refused(ProblemCode.FORBIDDEN, () -> play.projects.create(paul, play.acme, "app", "App"));
        refused(ProblemCode.FORBIDDEN, () -> play.projects.archive(paul, play.acme, "web", Expected.any()));
        Caller viewer = new Caller.Administrator("viewer", new Administrators(Set.of("viewsOrganization"), Set.of()));
        refused(ProblemCode.FORBIDDEN, () -> play.projects.archive(viewer, play.acme, "web", Expected.any()));
        play.projects.archive(lead(), play.acme, "web", Expected.any());
        assertTrue(get("web").archived());
    }

    @Test
    void aChangeRaisesTheWorkspacesCounterAndStaleOnesAreRefused() {
        WorkspaceProject read = create("web");
        long counter = play.workspaceStore.epoch(play.acme.id());
        WorkspaceProject renamed = edit("web", "Shop", Optional.empty());
        assertEquals(counter + 1, play.workspaceStore.epoch(play.acme.id()));
        assertEquals(counter + 1, renamed.version());
        Expected old = Expected.of('"' + Long.toString(read.version()) + '"');
        refused(ProblemCode.STALE, () -> play.projects.archive(admin, play.acme, "web", old));
        int said = play.events.size();
        edit("web", "Shop", Optional.of(false));
        play.projects.restore(admin, play.acme, "web", Expected.any());
        assertEquals(said, play.events.size(), "nothing has changed");
        assertEquals(counter + 1, play.workspaceStore.epoch(play.acme.id()));
        edit("web", "Web", Optional.of(true));
        assertEquals(List.of("project.created", "project.changed", "project.changed", "project.opened"), actions());
    }

    private Caller lead() {
        return play.teammate(play.acme, "lena", role("Lead", "projects.manage"));
    }

    /** An Analyst with one permission more. */
    private String role(String name, String permission) {
        return play.roles
                .create(admin, play.acme, new RoleDraft(name, "", "analyst", Play.keys(permission), List.of()))
                .key();
    }

    private WorkspaceProject create(String key) {
        return play.projects.create(admin, play.acme, key, "Project " + key);
    }

    private WorkspaceProject get(String key) {
        return play.projects.get(admin, play.acme, key);
    }

    private WorkspaceProject edit(String key, String name, Optional<Boolean> open) {
        return play.projects.edit(admin, play.acme, key, new ProjectEdit(name, open), Expected.any());
    }

    private void name(String environment, String name) {
        play.projects.nameEnvironment(admin, play.acme, "web", environment, name, Expected.any());
    }

    private void archive(String environment) {
        play.projects.archiveEnvironment(admin, play.acme, "web", environment, Expected.any());
    }

    private void grant(String project, Grantee grantee, Optional<String> role) {
        play.grants.make(SERVER, play.acme, new GrantDraft(project, grantee, role, Optional.empty()));
    }

    private boolean opens(String user, String project) {
        return play.access
                .in(play.realm, play.acme.id(), new UserId(user))
                .orElseThrow()
                .effective()
                .projects()
                .containsKey(project);
    }

    private List<String> actions() {
        return play.auditStore.of(play.acme.id()).stream()
                .map(entry -> entry.action().key())
                .filter(action -> action.startsWith("project.") || action.startsWith("environment."))
                .toList();
    }

    /** One by one, so that the pages are seen to fit. */
    private List<String> keys(Caller caller) {
        List<String> keys = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<WorkspaceProject> page = play.projects.list(caller, play.acme, new PageRequest(1, after));
            assertEquals(1, page.items().size());
            keys.add(page.items().get(0).key());
            after = page.next();
        } while (after.isPresent());
        Page<WorkspaceProject> all = play.projects.list(caller, play.acme, new PageRequest(500, Optional.empty()));
        assertEquals(keys, all.items().stream().map(WorkspaceProject::key).toList());
        return keys;
    }

    private static List<String> environments(WorkspaceProject project) {
        return project.environments().stream().map(Environment::key).toList();
    }
}
