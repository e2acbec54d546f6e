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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.realm.RealmBuilder;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;
import org.keycloak.testframework.remote.timeoffset.InjectTimeOffSet;
import org.keycloak.testframework.remote.timeoffset.TimeOffSet;

/** Every endpoint of the administrators' surface that writes, tried by every kind of caller, like {@link ProbesIT}. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-3")
@Tag("ROLE-4")
@Tag("MATE-2")
@Tag("MATE-3")
@Tag("REALM-1")
class AdminProbesIT {

    /** The writing endpoints that are of no workspace, or not for whoever manages the organization. */
    static final List<String> REALM_ENDPOINTS = List.of(
            "POST v1/enable",
            "POST v1/disable",
            "PUT v1/bindings/{clientId}",
            "DELETE v1/bindings/{clientId}",
            "PUT v1/plans/{plan}",
            "DELETE v1/plans/{plan}",
            "POST v1/plans/{plan}/default",
            "PUT v1/settings",
            "PUT v1/workspaces/{workspace}/plan");

    private static final Duration TOKEN_LIFE_AND_MORE = Duration.ofMinutes(15);

    @InjectRealm(config = WithAdminPermissions.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    @InjectTimeOffSet
    TimeOffSet time;

    private Target acme;
    private Target other;
    private Person administrator;
    private Person delegate;

    /** Where an administrator's rights can end at one organization. */
    static final class WithAdminPermissions extends RosterOn {

        @Override
        public RealmBuilder configure(RealmBuilder realm) {
            return super.configure(realm).adminPermissionsEnabled(true);
        }
    }

    @BeforeEach
    void twoWorkspacesAndWhoAdministersThem() {
        acme = Target.in(realm);
        other = Target.in(realm);
        administrator = realm.administrator("realm-admin");
        delegate = realm.delegate(other.workspace(), other.boss(), other.mate(), other.idle());
    }

    static Stream<String> endpoints() {
        return WritingCalls.endpoints().stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void onlyWhoManagesTheOrganizationChangesSomething(String endpoint) {
        strangers().forEach((caller, status) -> {
            if (status == 401) {
                new Probe(server).refused(() -> acme.send(endpoint, caller), status);
            } else {
                refused(endpoint, caller);
            }
        });
        refused(endpoint, administrator("view-organizations", "view-users"));
        refused(endpoint, administrator("view-realm", "manage-users"));
        refused(endpoint, as(delegate));
        allowed(other, endpoint, as(delegate));
        allowed(acme, endpoint, as(administrator));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whoManagesTheOrganizationAloneTouchesNobodyInIt(String endpoint) {
        Api byRole = administrator("manage-organizations");
        Api byPermission = as(realm.delegate(acme.workspace()));
        if (endpoint.contains("{user}")) {
            refused(endpoint, byRole);
            refused(endpoint, byPermission);
            allowed(acme, endpoint, administrator("manage-organizations", "manage-users"));
        } else {
            allowed(acme, endpoint, byPermission);
            allowed(other, endpoint, byRole);
        }
    }

    @Test
    void whoAdministersOneWorkspaceTakesThePersonOutOfItsOrganizationToo() {
        Person mate = other.mate();
        assertTrue(other.workspace().members().contains(mate.username()));
        as(delegate).delete(other.workspace().path("/teammates/" + mate.id())).is(204);
        assertEquals(
                List.of(other.boss().username(), other.idle().username()).stream()
                        .sorted()
                        .toList(),
                other.workspace().members().stream().sorted().toList());
        assertTrue(realm.keycloak().users().get(mate.id()).toRepresentation().isEnabled());
    }

    @Test
    void onlyWhoManagesTheRealmSwitches() {
        for (String path : List.of("/disable", "/enable")) {
            tooFewRights()
                    .forEach((caller, status) -> new Probe(server)
                            .refused(() -> caller.post(path, path.equals("/enable") ? Map.of() : null), status));
        }
        assertTrue(as(administrator).get("").json().path("enabled").asBoolean());

        Api owner = administrator("manage-realm");
        Person boss = acme.boss();
        String roles = acme.workspace().path("/roles");
        owner.post("/disable", null).is(200);
        try {
            realm.as(boss, "roster:manage").get(roles).isProblem(409, "not-ready");
            assertTrue(realm.tokens()
                    .password(boss, acme.workspace().scope())
                    .claim()
                    .isMissingNode());
            owner.get("/bindings").isProblem(409, "not-ready");
        } finally {
            owner.post("/enable", Map.of()).is(200);
        }
        realm.as(boss, "roster:manage").get(roles).is(200);
        owner.get("/bindings").is(200);
    }

    @Test
    @Tag("SCIM-6")
    void onlyWhoManagesTheRealmBindsClients() {
        String robot = realm.robot();
        realm.bind(robot, other.workspace());
        String path = "/bindings/" + robot;
        Map<String, ?> body = Map.of("workspaces", List.of(acme.workspace().alias()));

        tooFewRights().forEach((caller, status) -> {
            new Probe(server).refused(() -> caller.put(path, body), status);
            new Probe(server).refused(() -> caller.delete(path), status);
        });

        new Probe(server).allowed(() -> administrator("manage-realm").put(path, body));
        new Probe(server).allowed(() -> as(administrator).delete(path));
        new Probe(server).allowed(() -> as(administrator).put(path, body));
        as(delegate).get(path).isProblem(403, "forbidden");
        administrator("view-realm").get(path).is(200);
    }

    @Test
    @Tag("PLAN-1")
    void onlyWhoManagesTheRealmSellsPlans() {
        realm.asAdministrator()
                .put("/plans/starter", Map.of("name", "Starter", "entitlements", List.of()))
                .is(201);
        String path = "/plans/probed";
        Map<String, ?> body = Map.of("name", "Probed", "entitlements", List.of("sso", "custom-roles"));
        String ofAcme = acme.workspace().path("/plan");
        Map<String, ?> given = Map.of("plan", "starter");

        tooFewRights().forEach((caller, status) -> {
            new Probe(server).refused(() -> caller.put(path, body), status);
            new Probe(server).refused(() -> caller.delete("/plans/starter"), status);
            new Probe(server).refused(() -> caller.post("/plans/starter/default", null), status);
            new Probe(server).refused(() -> caller.put(ofAcme, given), status);
            new Probe(server).refused(() -> caller.put(other.workspace().path("/plan"), given), status);
        });

        Api manager = administrator("manage-realm");
        new Probe(server).allowed(() -> manager.put(path, body));
        new Probe(server).allowed(() -> manager.post(path + "/default", null));
        new Probe(server).allowed(() -> manager.post("/plans/everything/default", null));
        new Probe(server).allowed(() -> manager.delete("/plans/starter"));
        new Probe(server).allowed(() -> manager.put(ofAcme, Map.of("plan", "probed")));
        as(delegate).get("/plans").isProblem(403, "forbidden");
        administrator("view-realm").get("/plans").is(200);
        as(delegate).get(other.workspace().path("/plan")).is(200);
        as(delegate).get(ofAcme).isProblem(403, "forbidden");
    }

    @Test
    @Tag("REALM-3")
    void onlyWhoManagesTheRealmSetsForAllItsWorkspaces() {
        Map<String, ?> body = Map.of("contact", "Ask a probe");
        tooFewRights()
                .forEach((caller, status) -> new Probe(server).refused(() -> caller.put("/settings", body), status));
        new Probe(server).allowed(() -> administrator("manage-realm").put("/settings", body));
        new Probe(server).allowed(() -> as(administrator).put("/settings", Map.of()));
        as(delegate).get("/settings").isProblem(403, "forbidden");
        administrator("view-realm").get("/settings").is(200);
    }

    /** Whoever isn't an administrator at all, and with what they are answered. */
    private Map<Api, Integer> strangers() {
        time.set(TOKEN_LIFE_AND_MORE.negated());
        TokenReply expired;
        try {
            expired = realm.tokens().password(administrator, "openid");
        } finally {
            time.set(Duration.ZERO);
        }
        Person gone = realm.administrator("realm-admin");
        TokenReply ended = realm.tokens().password(gone, "openid");
        realm.keycloak().users().get(gone.id()).logout();
        String robot = realm.robot();
        realm.bind(robot, acme.workspace(), other.workspace());
        Map<Api, Integer> callers = new LinkedHashMap<>();
        callers.put(realm.onAdminSurfaceAsNobody(), 401);
        callers.put(realm.onAdminSurface(expired), 401);
        callers.put(realm.onAdminSurface(ended), 401);
        callers.put(realm.onAdminSurface(realm.tokens().password(acme.boss(), "openid roster:manage")), 403);
        callers.put(realm.onAdminSurface(realm.tokens(robot, robot).serviceAccount("roster:manage")), 403);
        return callers;
    }

    /** Whoever may not manage the realm itself. */
    private Map<Api, Integer> tooFewRights() {
        Map<Api, Integer> callers = strangers();
        callers.put(administrator("view-realm"), 403);
        callers.put(administrator("manage-organizations", "manage-users", "manage-clients", "view-realm"), 403);
        callers.put(as(delegate), 403);
        return callers;
    }

    private Api administrator(String... roles) {
        return as(realm.administrator(roles));
    }

    private Api as(Person person) {
        return realm.onAdminSurface(realm.tokens().password(person, "openid"));
    }

    private void refused(String endpoint, Api caller) {
        new Probe(server).refused(() -> acme.send(endpoint, caller), 403, "forbidden");
    }

    private void allowed(Target target, String endpoint, Api caller) {
        new Probe(server).allowed(() -> target.send(endpoint, caller));
    }
}
