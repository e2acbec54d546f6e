// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.AdminRights;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("MATE-1")
class TeammateListTest {

    private final Play play = new Play();
    private final Caller boss = play.teammate(play.acme, "boss", "admin");

    @BeforeEach
    void threePeopleInAcmeAndOneInBeta() {
        join(play.acme, "u1", new Profile("zed", "Zoë", "Adler", "m@example.com"));
        join(play.acme, "u2", new Profile("yan", "Yann", "Baker", "k@example.com"));
        join(play.acme, "u3", new Profile("xen", "Xenia", "Cole", "l@example.com"));
        join(play.beta, "u9", new Profile("zef", "Zoé", "Adler", "z@example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "zoe,,,,, u1",
        "zoe adl,,,,, u1",
        "l@,,,,, u3",
        "zed,,,,, u1",
        "zef,,,,, ''",
        "z@,,,,, ''",
        ",,,,, u1 u2 u3 boss",
        ",,,,-name, boss u3 u2 u1",
        ",,,,email, boss u2 u3 u1",
        ",,,,-email, u1 u3 u2 boss",
        ",,,,joined, boss u1 u2 u3",
        ",admin,,,, boss",
        ",read-only,,,email, u2 u3 u1",
        "zoe,admin,,,, ''",
        ",,,manual,, boss",
        ",,,keycloak,, u1 u2 u3",
        ",,active,,, u1 u2 u3 boss",
        ",,suspended,,, ''",
    })
    void aQuestionHasItsAnswer(String search, String role, String status, String source, String sort, String expected) {
        TeammateQuery query = TeammateQuery.of(search, role, status, source, sort);
        assertEquals(expected, String.join(" ", users(boss, query, 100)));
        assertEquals(expected, String.join(" ", users(boss, query, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'',,,,, search",
        ",owner,,,, role",
        ",'',,,, role",
        ",,gone,,, status",
        ",,ACTIVE,,, status",
        ",,,guess,, source",
        ",,,,names, sort",
        ",,,,--name, sort",
        ",,,,-, sort",
        ",,,,'', sort",
        ",,,,match, sort",
    })
    void aQuestionThatMakesNoSenseIsRefused(
            String search, String role, String status, String source, String sort, String field) {
        Problem problem = refused(
                ProblemCode.VALIDATION,
                () -> list(boss, TeammateQuery.of(search, role, status, source, sort), 10, Optional.empty()));
        assertTrue(problem.getMessage().startsWith(field + ": "), problem.getMessage());
        assertEquals(
                4,
                users(boss, TeammateQuery.of(null, null, "active", null, "-name"), 10)
                        .size());
    }

    @Test
    void aRefusalNamesWhatIsKnown() {
        assertTrue(refused(ProblemCode.VALIDATION, () -> TeammateQuery.of(null, null, "x", null, null))
                .getMessage()
                .contains("active, suspended"));
        assertTrue(refused(ProblemCode.VALIDATION, () -> TeammateQuery.of(null, null, null, "x", null))
                .getMessage()
                .contains("manual, import, keycloak, scim, default"));
        assertTrue(
                refused(ProblemCode.VALIDATION, () -> Sort.of("x")).getMessage().contains("name, email, joined"));
    }

    @Test
    void aCursorIsOfItsListAlone() {
        TeammateQuery asked = TeammateQuery.of("z", null, null, null, null);
        Optional<Cursor> name =
                list(boss, TeammateQuery.EVERYBODY, 1, Optional.empty()).next();
        Optional<Cursor> joined =
                list(boss, sorted("joined"), 1, Optional.empty()).next();
        for (TeammateQuery other : List.of(
                sorted("-name"),
                sorted("email"),
                asked,
                TeammateQuery.of(null, "read-only", null, null, null),
                TeammateQuery.of(null, null, "active", null, null),
                TeammateQuery.of(null, null, null, "keycloak", null))) {
            Problem problem = refused(ProblemCode.VALIDATION, () -> list(boss, other, 1, name));
            assertTrue(problem.getMessage().startsWith("after: "), problem.getMessage());
        }
        refused(ProblemCode.VALIDATION, () -> list(boss, sorted("joined"), 1, name));
        Caller inBeta = play.teammate(play.beta, "bea", "admin");
        refused(
                ProblemCode.VALIDATION,
                () -> play.members.list(inBeta, play.beta, TeammateQuery.EVERYBODY, new PageRequest(1, name)));
        Cursor forged = Cursor.of(joined.orElseThrow().values().get(0), "soon", "u1");
        refused(ProblemCode.VALIDATION, () -> list(boss, sorted("joined"), 1, Optional.of(forged)));

        assertEquals(List.of("u2"), ids(list(boss, sorted("name"), 1, name)));
        assertEquals(List.of("u1"), ids(list(boss, sorted("joined"), 1, joined)));
    }

    @Test
    void whoMayNotViewUsersLearnsNothingFromOrderSearchAndCursor() {
        Caller blind = new Caller.Administrator("root", new Rights(user -> false, false));
        for (TeammateQuery telling : List.of(
                TeammateQuery.of("zoe", null, null, null, null),
                TeammateQuery.of("zoe", null, null, null, "joined"),
                sorted("name"),
                sorted("-name"),
                sorted("email"),
                sorted("-email"))) {
            Problem problem = refused(ProblemCode.FORBIDDEN, () -> list(blind, telling, 10, Optional.empty()));
            assertTrue(problem.getMessage().contains("view-users"), problem.getMessage());
        }
        Page<Listed> page = list(blind, TeammateQuery.EVERYBODY, 2, Optional.empty());
        assertEquals(List.of("boss", "u1"), ids(page));
        assertTrue(page.items().stream().allMatch(listed -> listed.profile().isEmpty()));
        assertFalse(page.next().orElseThrow().values().toString().contains("adler"));
        assertEquals(List.of("u2", "u3"), ids(list(blind, TeammateQuery.EVERYBODY, 2, page.next())));
        assertEquals(List.of("u1", "u2", "u3"), users(blind, TeammateQuery.of(null, "read-only", null, null, null), 2));
        assertEquals(List.of("u3", "u2", "u1", "boss"), users(blind, sorted("-joined"), 2));

        Caller seeing = new Caller.Administrator("root", new Rights(user -> true, true));
        assertEquals(List.of("u1"), users(seeing, TeammateQuery.of("zoe", null, null, null, null), 2));
        assertEquals(List.of("u1", "u2", "u3", "boss"), users(seeing, TeammateQuery.EVERYBODY, 2));
        assertTrue(list(seeing, sorted("email"), 9, Optional.empty()).items().stream()
                .allMatch(listed -> listed.profile().isPresent()));
    }

    @Test
    void whoeverIsExceptedFromAllUsersIsAsIfAbsentWhereOrderOrSearchWouldTell() {
        Caller almost = new Caller.Administrator("root", new Rights(user -> !user.equals("u2"), true));
        for (int max : new int[] {1, 2, 3, 9}) {
            assertEquals(List.of("u1", "u3", "boss"), users(almost, TeammateQuery.EVERYBODY, max));
            assertEquals(List.of("boss", "u3", "u1"), users(almost, sorted("email"), max));
            assertEquals(List.of(), users(almost, TeammateQuery.of("baker", null, null, null, null), max));
            assertEquals(List.of("u1"), users(almost, TeammateQuery.of("adler", null, null, null, null), max));
        }
        Page<Listed> page = list(almost, TeammateQuery.EVERYBODY, 1, Optional.empty());
        assertEquals("adler zoe", page.next().orElseThrow().values().get(1));
        assertEquals(List.of("boss", "u1", "u2", "u3"), users(almost, sorted("joined"), 3));
        assertTrue(list(almost, sorted("joined"), 9, Optional.empty())
                .items()
                .get(2)
                .profile()
                .isEmpty());
    }

    @Test
    void whatChangedInKeycloakIsFoundOnceItWasHeardOfOrListed() {
        TeammateQuery newer = TeammateQuery.of("newer@", null, null, null, null);
        TeammateQuery older = TeammateQuery.of("m@", null, null, null, null);
        play.people.put(new UserId("u1"), new Profile("zed", "Zoë", "Adler", "newer@example.com"));
        assertEquals(List.of(), users(boss, newer, 9));
        list(boss, TeammateQuery.EVERYBODY, 9, Optional.empty());
        assertEquals(List.of("u1"), users(boss, newer, 9));
        assertEquals(List.of(), users(boss, older, 9));

        play.people.put(new UserId("u1"), new Profile("zed", "Zoë", "Adler", "m@example.com"));
        play.members.renamed(new UserId("u1"));
        assertEquals(List.of("u1"), users(boss, older, 9));
        assertEquals(List.of(), users(boss, newer, 9));
    }

    private void join(Workspace workspace, String id, Profile profile) {
        UserId user = new UserId(id);
        play.people.put(user, profile);
        play.members.joined(SERVER, play.realm, workspace.id(), user);
    }

    private Page<Listed> list(Caller caller, TeammateQuery query, int max, Optional<Cursor> after) {
        return play.members.list(caller, play.acme, query, new PageRequest(max, after));
    }

    /** All pages of a list; none but the last is shorter than asked. */
    private List<String> users(Caller caller, TeammateQuery query, int max) {
        List<String> users = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Listed> page = list(caller, query, max, after);
            users.addAll(ids(page));
            after = page.next();
            assertTrue(after.isEmpty() || page.items().size() == max, page.toString());
        } while (after.isPresent());
        return users;
    }

    private static List<String> ids(Page<Listed> page) {
        return page.items().stream()
                .map(listed -> listed.teammate().user().value())
                .toList();
    }

    private static TeammateQuery sorted(String sort) {
        return TeammateQuery.of(null, null, null, null, sort);
    }

    /** An administrator of organizations, who may view these users, and perhaps all that aren't excepted. */
    private record Rights(Predicate<String> views, boolean viewsUsers) implements AdminRights {

        @Override
        public boolean viewsOrganization(String organizationId) {
            return true;
        }

        @Override
        public boolean managesOrganization(String organizationId) {
            return true;
        }

        @Override
        public boolean viewsUser(String userId) {
            return views.test(userId);
        }

        @Override
        public boolean managesUser(String userId) {
            return views.test(userId);
        }

        @Override
        public boolean viewsRealm() {
            return false;
        }

        @Override
        public boolean viewsEvents() {
            return false;
        }

        @Override
        public boolean managesRealm() {
            return false;
        }
    }
}
