// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/**
 * Every endpoint that writes, tried by every kind of caller. A refused call leaves every table of ours as it was; the
 * same call by the one who may changes something.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-3")
@Tag("ROLE-4")
@Tag("MATE-2")
@Tag("REALM-1")
class ProbesIT {

    private static final Path LIST = Path.of("../../docs/reference/endpoints.txt");

    /** What to send, by endpoint below the workspace; null is no body. */
    private static final Map<String, Object> BODIES = new LinkedHashMap<>();

    static {
        BODIES.put("POST /roles", Map.of("name", "Made by a probe", "from", "consumer"));
        BODIES.put("PUT /roles/{role}", Map.of("name", "Changed by a probe", "permissions", List.of("charts.run")));
        BODIES.put("DELETE /roles/{role}", null);
        BODIES.put("POST /roles/{role}/reset", null);
        BODIES.put("PUT /roles/{role}/permissions/{permission}", null);
        BODIES.put("DELETE /roles/{role}/permissions/{permission}", null);
        BODIES.put("PUT /teammates/{user}/role", Map.of("role", "architect"));
    }

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    private Person boss;
    private Person mate;
    private Person outsider;
    private Workspace acme;
    private String custom;

    @BeforeEach
    void twoWorkspacesWithSomethingToChange() {
        boss = realm.person();
        mate = realm.person();
        outsider = realm.person();
        acme = realm.workspace(boss, mate);
        realm.assign(acme, boss, "admin");
        realm.assign(acme, mate, "analyst");
        Workspace other = realm.workspace(outsider);
        realm.assign(other, outsider, "admin");
        custom = realm.asAdministrator()
                .post(acme.path("/roles"), Map.of("name", "Spare", "from", "consumer"))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.asAdministrator()
                .delete(acme.path("/roles/analyst/permissions/charts.export"))
                .is(200);
        realm.offer(RosterOff.ROBOT);
    }

    @Test
    void everyWritingEndpointOfTheListIsProbed() throws IOException {
        TreeSet<String> probed = new TreeSet<>();
        for (String surface : List.of("people", "admin")) {
            BODIES.keySet()
                    .forEach(endpoint ->
                            probed.add(surface + " " + endpoint.replace(" /", " v1/workspaces/{workspace}/")));
        }
        probed.addAll(List.of("admin POST v1/enable", "admin POST v1/disable"));
        assertEquals(
                new TreeSet<>(Files.readAllLines(LIST).stream()
                        .filter(line -> !line.contains(" GET "))
                        .toList()),
                probed);
    }

    static Stream<String> endpoints() {
        return BODIES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void onlyATeammateWithThePermissionAndTheScopeChangesSomething(String endpoint) {
        TokenReply ended = realm.tokens().password(boss, "openid roster:manage");
        realm.keycloak().users().get(boss.id()).logout();
        Api robot = realm.asClient(RosterOff.ROBOT, RosterOff.ROBOT, "roster:manage");

        refused(endpoint, realm.asNobody(), 401, "invalid-token");
        refused(endpoint, realm.onPeopleSurface(ended), 401, "invalid-token");
        refused(endpoint, realm.as(boss), 401, "invalid-token");
        refused(endpoint, realm.as(boss, "roster:self", "roster:check", "roster:spaces"), 403, "insufficient-scope");
        refused(endpoint, realm.as(outsider, "roster:manage"), 404, "not-found");
        refused(endpoint, robot, 404, "not-found");
        refused(endpoint, realm.as(mate, "roster:manage"), 403, "forbidden");
        allowed(endpoint, realm.as(boss, "roster:manage"));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void onlyAnAdministratorOfOrganizationsChangesSomethingOnTheAdminSurface(String endpoint) {
        refused(
                endpoint,
                realm.onAdminSurface(realm.tokens().password(boss, "openid roster:manage")),
                403,
                "forbidden");
        Person viewer = realm.administrator("view-organizations", "view-users");
        refused(endpoint, realm.onAdminSurface(realm.tokens().password(viewer, "openid")), 403, "forbidden");
        Person blind = realm.administrator("manage-organizations");
        Api asBlind = realm.onAdminSurface(realm.tokens().password(blind, "openid"));
        if (endpoint.contains("/teammates/")) {
            refused(endpoint, asBlind, 403, "forbidden");
            Person manager = realm.administrator("manage-organizations", "manage-users");
            allowed(endpoint, realm.onAdminSurface(realm.tokens().password(manager, "openid")));
        } else {
            allowed(endpoint, asBlind);
        }
    }

    @Test
    void onlyAnAdministratorOfTheRealmSwitches() {
        Person manager = realm.administrator("manage-organizations", "manage-users", "view-realm");
        Api asManager = realm.onAdminSurface(realm.tokens().password(manager, "openid"));
        asManager.get("").is(200);
        String before = server.fetch(Rows::checksum, String.class);
        asManager.post("/disable", null).isProblem(403, "forbidden");
        asManager.post("/enable", Map.of()).isProblem(403, "forbidden");
        realm.onAdminSurface(realm.tokens().password(boss, "openid"))
                .post("/disable", null)
                .isProblem(403, "forbidden");
        assertEquals(before, server.fetch(Rows::checksum, String.class));
        assertTrue(asManager.get("").json().path("enabled").asBoolean());

        Person owner = realm.administrator("manage-realm");
        Api asOwner = realm.onAdminSurface(realm.tokens().password(owner, "openid"));
        asOwner.post("/disable", null).is(200);
        try {
            realm.as(boss, "roster:manage").get(acme.path("/roles")).isProblem(409, "not-ready");
            assertTrue(realm.tokens().password(boss, acme.scope()).claim().isMissingNode());
        } finally {
            asOwner.post("/enable", Map.of()).is(200);
        }
        realm.as(boss, "roster:manage").get(acme.path("/roles")).is(200);
    }

    private void refused(String endpoint, Api caller, int status, String code) {
        String before = server.fetch(Rows::checksum, String.class);
        send(endpoint, caller).isProblem(status, code);
        assertEquals(before, server.fetch(Rows::checksum, String.class), endpoint + " changed something");
    }

    private void allowed(String endpoint, Api caller) {
        String before = server.fetch(Rows::checksum, String.class);
        Reply reply = send(endpoint, caller);
        assertEquals(2, reply.status() / 100, reply.request() + ": " + reply.text());
        assertNotEquals(before, server.fetch(Rows::checksum, String.class), endpoint + " changed nothing");
    }

    private Reply send(String endpoint, Api caller) {
        String[] parts = endpoint.split(" ");
        boolean isPreset = endpoint.endsWith("/reset") || endpoint.startsWith("PUT /roles/{role}/permissions");
        String path = parts[1].replace("{role}", isPreset ? "analyst" : custom)
                .replace("{permission}", isPreset ? "charts.export" : "charts.run")
                .replace("{user}", mate.id());
        return caller.send(parts[0], acme.path(path), BODIES.get(endpoint));
    }
}
