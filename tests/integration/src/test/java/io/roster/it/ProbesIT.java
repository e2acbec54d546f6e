// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;
import org.keycloak.testframework.remote.timeoffset.InjectTimeOffSet;
import org.keycloak.testframework.remote.timeoffset.TimeOffSet;

/**
 * Every endpoint of the people's surface that writes, tried by every kind of caller. A refused call leaves every table
 * of ours as it was; the same call by the one who may changes something. {@link AdminProbesIT} has the other surface.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-3")
@Tag("ROLE-4")
@Tag("MATE-2")
@Tag("MATE-3")
class ProbesIT {

    /** Longer than an access token lives, and shorter than a session may be idle. */
    private static final Duration TOKEN_LIFE_AND_MORE = Duration.ofMinutes(15);

    private static final String MANAGE = "roster:manage";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    @InjectTimeOffSet
    TimeOffSet time;

    private Target acme;
    private Target other;

    @BeforeEach
    void twoWorkspacesWithSomethingToChange() {
        acme = Target.in(realm);
        other = Target.in(realm);
    }

    static Stream<String> endpoints() {
        return WritingCalls.endpoints().stream();
    }

    @Test
    void everyWritingEndpointOfTheListIsProbed() {
        Set<String> probed = new TreeSet<>();
        for (String surface : Set.of("people ", "admin ")) {
            WritingCalls.endpoints()
                    .forEach(endpoint -> probed.add(surface + endpoint.replace(" /", " v1/workspaces/{workspace}/")));
        }
        AdminProbesIT.REALM_ENDPOINTS.forEach(endpoint -> probed.add("admin " + endpoint));
        assertEquals(
                WritingCalls.list().stream()
                        .filter(line -> !line.contains(" GET "))
                        .collect(Collectors.toCollection(TreeSet::new)),
                probed);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aTokenThatIsNoneOrNotForThisIsRefused(String endpoint) {
        TokenReply ended = realm.tokens().password(acme.boss(), "openid " + MANAGE);
        // the session alone: a logout of the person would end whatever was made for them before
        realm.keycloak().deleteSession(ended.access().path("sid").asText(), false);
        TokenReply expired = expired(() -> realm.tokens().password(acme.boss(), "openid " + MANAGE));
        assertTrue(expired.access().path("exp").asLong() < now(), "it has not expired");

        refused(endpoint, realm.asNobody(), 401, "invalid-token");
        refused(endpoint, realm.onPeopleSurface(ended), 401, "invalid-token");
        refused(endpoint, realm.onPeopleSurface(expired), 401, "invalid-token");
        refused(endpoint, realm.as(acme.boss()), 401, "invalid-token");
        refused(
                endpoint,
                realm.as(acme.boss(), "roster:self", "roster:check", "roster:spaces"),
                403,
                "insufficient-scope");
        // its session goes on, so that nothing but the time was wrong with the token
        allowed(endpoint, realm.onPeopleSurface(realm.tokens().refresh(expired)));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aTokenOfAnAdminThatWasMadeForAnAnalyticsAppChangesNothing(String endpoint) {
        ClientRepresentation app = new ClientRepresentation();
        app.setClientId("analytics-" + acme.workspace().alias());
        app.setPublicClient(true);
        app.setDirectAccessGrantsEnabled(true);
        realm.keycloak().clients().create(app).close();
        realm.offer(app.getClientId(), "workspace", "roster:spaces");
        TokenReply token = realm.tokens(app.getClientId())
                .password(acme.boss(), acme.workspace().scope() + " roster:spaces");
        assertEquals(
                "admin", token.claim().path("role").asText(), token.access().toString());

        refused(endpoint, realm.onPeopleSurface(token), 403, "insufficient-scope");
        allowed(endpoint, realm.as(acme.boss(), MANAGE));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void onlyATeammateWithThePermissionChangesSomething(String endpoint) {
        refused(endpoint, realm.as(other.boss(), MANAGE), 404, "not-found");
        refused(endpoint, realm.as(realm.person(), MANAGE), 404, "not-found");
        refused(endpoint, realm.as(acme.idle(), MANAGE), 404, "not-found");
        refused(endpoint, realm.as(acme.mate(), MANAGE), 403, "forbidden");
        allowed(endpoint, realm.as(acme.boss(), MANAGE));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    @Tag("SCIM-6")
    void aServiceAccountChangesNothingWhereverItIsBound(String endpoint) {
        String robot = realm.robot();
        Api asRobot = realm.asClient(robot, robot, MANAGE);
        refused(endpoint, asRobot, 404, "not-found");
        realm.bind(robot, other.workspace());
        refused(endpoint, asRobot, 404, "not-found");
        realm.bind(robot, acme.workspace());
        refused(endpoint, asRobot, 403, "forbidden");
        realm.asAdministrator().put("/bindings/" + robot, Map.of("all", true)).is(200);
        refused(endpoint, asRobot, 403, "forbidden");
        refused(endpoint, realm.asClient(robot, robot, "roster:check"), 403, "insufficient-scope");
        allowed(endpoint, realm.as(acme.boss(), MANAGE));
    }

    @Test
    void somebodyWhoLeftIsAnOutsiderWithTheTokenThatTheyHave() {
        Person mate = acme.mate();
        realm.assign(acme.workspace(), mate, "admin");
        Api asMate = realm.as(mate, MANAGE);
        String endpoint = "POST /roles";
        allowed(endpoint, asMate);
        acme.workspace().remove(mate);
        refused(endpoint, asMate, 404, "not-found");
    }

    /** What is made a while ago, by the server's clock. */
    private <T> T expired(Supplier<T> made) {
        time.set(TOKEN_LIFE_AND_MORE.negated());
        try {
            return made.get();
        } finally {
            time.set(Duration.ZERO);
        }
    }

    private static long now() {
        return java.time.Instant.now().getEpochSecond();
    }

    private void refused(String endpoint, Api caller, int status, String code) {
        new Probe(server).refused(() -> acme.send(endpoint, caller), status, code);
    }

    private void allowed(String endpoint, Api caller) {
        new Probe(server).allowed(() -> acme.send(endpoint, caller));
    }
}
