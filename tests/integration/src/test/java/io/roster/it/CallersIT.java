// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Who may call: one change of a role, tried by everybody, and let through for the one who may. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-2")
class CallersIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person boss;
    private Person ann;
    private Workspace acme;

    @BeforeEach
    void aWorkspaceWithAnAdminAndAReader() {
        boss = realm.person();
        ann = realm.person();
        acme = realm.workspace(boss, ann);
        realm.assign(acme, boss, "admin");
    }

    @Test
    void aContentTypeThatIsNoneIsRefusedWhoeverCalls() {
        for (Api caller : List.of(
                realm.asNobody(),
                realm.as(ann, "roster:manage"),
                realm.as(boss, "roster:manage"),
                realm.asAdministrator())) {
            refused(caller.with("Content-Type", "zzz"), 400, "unsupported");
        }
        allowed();
    }

    @Test
    void withoutATokenNothingGoes() {
        refused(realm.asNobody(), 401, "invalid-token");
        allowed();
    }

    @Test
    void aTokenForAnotherAudienceIsNoToken() {
        refused(realm.as(boss), 401, "invalid-token");
        allowed();
    }

    @Test
    void aTokenWithTooSmallAScopeIsRefused() {
        refused(realm.as(boss, "roster:self"), 403, "insufficient-scope");
        allowed();
    }

    @Test
    void aTeammateWithoutThePermissionIsRefused() {
        refused(realm.as(ann, "roster:manage"), 403, "forbidden");
        allowed();
    }

    @Test
    void anAdminOfAnotherWorkspaceFindsNothing() {
        Person outsider = realm.person();
        Workspace beta = realm.workspace(outsider);
        realm.assign(beta, outsider, "admin");

        refused(realm.as(outsider, "roster:manage"), 404, "not-found");
        allowed();
    }

    @Test
    void aPersonOfTheRealmIsNoAdministratorOfIt() {
        Api onAdminSurface = realm.onAdminSurface(realm.tokens().password(boss, "openid roster:manage"));

        onAdminSurface.put(path(), Map.of("role", "analyst")).isProblem(403, "forbidden");
        onAdminSurface.get(acme.path("/roles")).isProblem(403, "forbidden");
        assertEquals("read-only", roleOfAnn());
        allowed();
    }

    @Test
    @Tag("MATE-6")
    void aTeammateSeesTheirOwnPermissions() {
        JsonNode me = realm.as(ann, "roster:self").get(acme.path("/me")).is(200).json();

        assertEquals("read-only", me.path("role").asText(), me.toString());
        assertEquals(Presets.READ_ONLY, Json.texts(me.path("permissions")), me.toString());
        realm.asNobody().get(acme.path("/me")).isProblem(401, "invalid-token");
    }

    private void refused(Api caller, int status, String code) {
        caller.put(path(), Map.of("role", "analyst")).isProblem(status, code);
        assertEquals("read-only", roleOfAnn());
    }

    private void allowed() {
        realm.as(boss, "roster:manage").put(path(), Map.of("role", "analyst")).is(200);
        assertEquals("analyst", roleOfAnn());
    }

    private String path() {
        return acme.path("/teammates/" + ann.id() + "/role");
    }

    private String roleOfAnn() {
        return realm.asAdministrator()
                .get(acme.path("/teammates/" + ann.id()))
                .is(200)
                .json()
                .path("role")
                .asText();
    }

    @Test
    void aPathThatIsNoneIsSaidToBeNone() {
        for (String path : new String[] {"/workspace", acme.path("/role"), "/nothing/at/all"}) {
            realm.as(boss, "roster:manage").get(path).isProblem(404, "not-found");
            realm.asAdministrator().get(path).is(404);
        }
        realm.as(boss, "roster:manage").get(acme.path("/roles")).is(200);
    }
}
