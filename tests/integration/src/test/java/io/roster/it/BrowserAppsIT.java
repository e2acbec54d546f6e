// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Apps that run in a browser, on an origin of their own. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-6")
class BrowserAppsIT {

    private static final String OURS = "http://app.example.com";
    private static final String OTHERS = "http://other.example.com";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @BeforeEach
    void theAppHasAnOrigin() {
        ClientRepresentation app = realm.client(RosterOff.APP).toRepresentation();
        app.setWebOrigins(List.of(OURS));
        realm.client(RosterOff.APP).update(app);
    }

    @Test
    void aBrowserThatAsksBeforeItCallsIsAnswered() {
        Reply answer = realm.asNobody()
                .with("Origin", OURS)
                .with("Access-Control-Request-Method", "PUT")
                .with("Access-Control-Request-Headers", "authorization,if-match")
                .send("OPTIONS", "/workspaces/any/roles/analyst", null)
                .is(200);
        assertEquals(OURS, answer.header("Access-Control-Allow-Origin"));
    }

    @Test
    void theAppsOwnOriginMayReadTheAnswerAndNoOtherMay() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Api asAnn = realm.as(ann, "roster:self");
        assertEquals(
                OURS, asAnn.with("Origin", OURS).get(acme.path("/me")).is(200).header("Access-Control-Allow-Origin"));
        assertNull(asAnn.with("Origin", OTHERS).get(acme.path("/me")).header("Access-Control-Allow-Origin"));
    }

    @Test
    void theAppMayReadARefusalToo() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Reply refused = realm.as(ann, "roster:self")
                .with("Origin", OURS)
                .get(acme.path("/roles"))
                .is(403);
        assertEquals(OURS, refused.header("Access-Control-Allow-Origin"));
    }

    @Test
    @Tag("CONSOLE-2")
    void aWriteFromAnOriginThatIsNotTheAppsChangesNothing() {
        Person boss = realm.person();
        Person ann = realm.person();
        Workspace acme = realm.workspace(boss, ann);
        realm.assign(acme, boss, "admin");
        Api asBoss = realm.as(boss, "roster:manage");
        String role = acme.path("/teammates/" + ann.id() + "/role");
        String home = realm.url().replaceFirst("(https?://[^/]+).*", "$1");

        asBoss.with("Origin", OTHERS).put(role, Map.of("role", "analyst")).is(403);
        asBoss.with("Origin", "null").put(role, Map.of("role", "analyst")).is(403);
        assertEquals("read-only", roleOf(acme, ann));

        asBoss.with("Origin", OURS).put(role, Map.of("role", "analyst")).is(200);
        assertEquals("analyst", roleOf(acme, ann));
        // the console's own: it is served from where the API is
        asBoss.with("Origin", home).put(role, Map.of("role", "consumer")).is(200);
        assertEquals("consumer", roleOf(acme, ann));
    }

    private String roleOf(Workspace workspace, Person teammate) {
        return realm.asAdministrator()
                .get(workspace.path("/teammates/" + teammate.id()))
                .is(200)
                .json()
                .path("role")
                .asText();
    }
}
