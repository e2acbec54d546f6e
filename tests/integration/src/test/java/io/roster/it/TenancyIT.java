// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/**
 * What is another workspace's looks exactly like what doesn't exist: the same status, headers and body, but for the
 * address that was called. Made for every path of the generated list, so that a new one is held to it too.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("SCIM-6")
class TenancyIT {

    private static final String WORKSPACE = " v1/workspaces/{workspace}";
    private static final String[] SCOPES = {"roster:self", "roster:check", "roster:spaces", "roster:manage"};

    @InjectRealm(config = AdminProbesIT.WithAdminPermissions.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Target acme;
    private Target other;

    @BeforeEach
    void twoWorkspacesWithMembersAndRolesOfTheirOwn() {
        acme = Target.in(realm);
        other = Target.in(realm);
    }

    static Stream<String> paths() {
        return WritingCalls.list().stream().filter(line -> line.contains(WORKSPACE));
    }

    static Stream<String> pathsWithAnId() {
        return paths().filter(line -> line.matches(".*\\{(role|user|team|project)}.*"));
    }

    static Stream<String> pathsOfPeople() {
        return paths().filter(line -> line.startsWith("people "));
    }

    static Stream<String> pathsOfAdministrators() {
        // what the realm's own administrators alone may is tried in AdminProbesIT
        return paths().filter(line -> line.startsWith("admin "))
                .filter(line -> !AdminProbesIT.REALM_ENDPOINTS.contains(line.substring("admin ".length())));
    }

    @Test
    void theListHasPathsOfEachKind() {
        assertTrue(pathsWithAnId().count() >= 15, pathsWithAnId().toList().toString());
        assertTrue(pathsOfPeople().anyMatch(line -> line.endsWith("/me")));
        assertTrue(pathsOfAdministrators().count() >= 10);
    }

    @ParameterizedTest
    @MethodSource("pathsWithAnId")
    void anIdOfAnotherWorkspaceIsAnIdThatDoesNotExist(String line) {
        String endpoint = endpoint(line);
        boolean isPeoples = line.startsWith("people ");
        Api here = isPeoples ? realm.as(acme.boss(), SCOPES) : realm.asAdministrator();
        Api there = isPeoples ? realm.as(other.boss(), SCOPES) : realm.asAdministrator();

        Reply foreign = acme.send(endpoint, here, other.own());
        Reply random = acme.send(
                endpoint,
                here,
                new Target.Ids(
                        noRole(), noId(), noId(), "none-" + acme.workspace().alias(), noId(), noId(), noSession()));

        foreign.isProblem(404, "not-found");
        assertSame(random, foreign);
        Reply own = other.send(endpoint, there, other.own());
        if (endpoint.endsWith("/reset")) {
            own.isProblem(400, "validation"); // known, and no preset
        } else {
            assertEquals(2, own.status() / 100, own.request() + ": " + own.text());
        }
    }

    @ParameterizedTest
    @MethodSource("pathsOfPeople")
    void toAnOutsiderAWorkspaceIsOneThatDoesNotExist(String line) {
        String robot = realm.robot();
        String elsewhere = realm.robot();
        realm.bind(elsewhere, other.workspace());
        String scopes = String.join(" ", SCOPES);
        List<Api> outsiders = List.of(
                realm.as(other.boss(), SCOPES),
                realm.as(realm.person(), SCOPES),
                realm.as(acme.idle(), SCOPES),
                realm.asClient(robot, robot, scopes),
                realm.asClient(elsewhere, elsewhere, scopes));
        for (Api outsider : outsiders) {
            Reply existing = acme.send(endpoint(line), outsider);
            Reply random = acme.sendToNowhere(endpoint(line), outsider);
            existing.isProblem(404, "not-found");
            assertNotEquals(existing.request(), random.request());
            assertSame(random, existing);
        }
        Reply inside = acme.send(endpoint(line), realm.as(acme.boss(), SCOPES));
        assertEquals(2, inside.status() / 100, inside.request() + ": " + inside.text());
    }

    @ParameterizedTest
    @MethodSource("pathsOfAdministrators")
    void toAnAdministratorOfAnotherOrganizationAWorkspaceIsOneThatDoesNotExist(String line) {
        Person delegate = realm.delegate(other.workspace(), other.boss(), other.mate(), other.idle());
        TokenReply token = realm.tokens().password(delegate, "openid");
        Api asDelegate = realm.onAdminSurface(token);

        Reply existing = acme.send(endpoint(line), asDelegate);
        Reply random = acme.sendToNowhere(endpoint(line), asDelegate);

        existing.isProblem(403, "forbidden");
        assertSame(random, existing);
        Reply own = other.send(endpoint(line), asDelegate);
        assertEquals(2, own.status() / 100, own.request() + ": " + own.text());
    }

    @Test
    void anIdInABodyIsNoBetterThanOneInAPath() {
        Api boss = realm.as(acme.boss(), SCOPES);
        String random = noRole();
        for (String role : List.of(other.custom(), random)) {
            assertEquals(
                    boss.put(rolePath(), Map.of("role", random)).text().replace(random, role),
                    boss.put(rolePath(), Map.of("role", role))
                            .isProblem(400, "validation")
                            .text());
            Map<String, String> draft = Map.of("name", "Copy", "from", role);
            assertEquals(
                    boss.post(rolesPath(), Map.of("name", "Copy", "from", random))
                            .text()
                            .replace(random, role),
                    boss.post(rolesPath(), draft).isProblem(400, "validation").text());
        }
        boss.put(rolePath(), Map.of("role", acme.custom())).is(200);
        boss.post(rolesPath(), Map.of("name", "Copy", "from", acme.custom())).is(201);
    }

    private String rolePath() {
        return acme.workspace().path("/teammates/" + acme.mate().id() + "/role");
    }

    private String rolesPath() {
        return acme.workspace().path("/roles");
    }

    /** As the other calls have it: method and path below the workspace. */
    private static String endpoint(String line) {
        return line.substring(line.indexOf(' ') + 1).replace(WORKSPACE, " ");
    }

    private static String noRole() {
        return "r" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    }

    private static String noId() {
        return UUID.randomUUID().toString();
    }

    private static String noSession() {
        return noId().replace("-", "");
    }

    private static void assertSame(Reply expected, Reply actual) {
        assertEquals(expected.status(), actual.status());
        assertEquals(body(expected), body(actual));
        assertEquals(headers(expected), headers(actual));
    }

    private static JsonNode body(Reply reply) {
        ObjectNode body = (ObjectNode) reply.json();
        body.remove("instance");
        return body;
    }

    private static Map<String, List<String>> headers(Reply reply) {
        Map<String, List<String>> headers = new HashMap<>(reply.headers().map());
        headers.remove("date");
        return headers;
    }
}
