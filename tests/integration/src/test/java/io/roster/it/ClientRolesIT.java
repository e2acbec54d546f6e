// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Tokens;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** The permissions of the active workspace where ready-made adapters look for roles. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-2")
class ClientRolesIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private ClientRoleApps apps;
    private Person ann;
    private Workspace acme;

    @BeforeEach
    void anAnalyst() {
        apps = new ClientRoleApps(realm);
        ann = realm.person();
        acme = realm.workspace(ann);
        realm.assign(acme, ann, "analyst");
    }

    @Test
    void theRolesAreThePermissionsInTheActiveWorkspace() {
        String app = apps.app();
        Workspace beta = realm.workspace(ann);

        assertEquals(Presets.ANALYST, token(app, acme).roles(app));
        assertEquals(Presets.READ_ONLY, token(app, beta).roles(app));
        assertEquals(List.of(), realm.tokens(app).password(ann, "openid").roles(app), "two, and no word which");
        assertTrue(token(app, acme).claim().isMissingNode(), "this client has no claim besides");
    }

    @Test
    void theyCanBeThoseOfAnotherClient() {
        String api = apps.bare();
        String app = apps.app("roster.client=" + api);

        TokenReply token = token(app, acme);

        assertEquals(Presets.ANALYST, token.roles(api));
        assertEquals(List.of(), token.roles(app));
        assertEquals(
                List.of(RosterOff.ROBOT, "account"), Json.texts(token.access().path("aud")), "no audience by itself");
    }

    @Test
    void whatKeycloakPutsThereStays() {
        String app = apps.app();
        ClientResource client = realm.client(app);
        client.roles().create(new RoleRepresentation("viewer", null, false));
        realm.keycloak()
                .users()
                .get(ann.id())
                .roles()
                .clientLevel(client.toRepresentation().getId())
                .add(List.of(client.roles().get("viewer").toRepresentation()));
        List<String> both = new ArrayList<>(List.of("viewer"));
        both.addAll(Presets.ANALYST);

        TokenReply token = token(app, acme);

        assertEquals(both, token.roles(app));
        assertTrue(
                token.roles("account").contains("view-profile"), token.access().toString());
        assertEquals(both, roles(app, introspected(token)));
    }

    @Test
    void userinfoAndIntrospectionSayTheSame() {
        String app = apps.app("roster.budget=20");
        TokenReply small = token(app, acme);
        assertEquals(List.of(), small.roles(app), "they don't fit");

        assertEquals(Presets.ANALYST, roles(app, userinfo(app, small)));
        assertEquals(Presets.ANALYST, roles(app, introspected(small)));
    }

    @Test
    void theIdTokenHasThemOnlyWhereTheMapperSaysSo() {
        String without = apps.app();
        assertTrue(token(without, acme).id().path("resource_access").isMissingNode());
        assertEquals(Presets.ANALYST, token(without, acme).roles(without));

        String with = apps.app("id.token.claim=true", "access.token.claim=false");
        TokenReply token = token(with, acme);
        assertEquals(Presets.ANALYST, roles(with, token.id()));
        assertEquals(List.of(), token.roles(with));
    }

    @Test
    void aServiceAccountHasNone() {
        String app = apps.app();
        ClientRepresentation client = realm.client(app).toRepresentation();
        client.setPublicClient(false);
        client.setSecret(app);
        client.setServiceAccountsEnabled(true);
        realm.client(app).update(client);

        assertEquals(
                List.of(),
                realm.tokens(app, app)
                        .serviceAccount("openid organization:" + acme.alias())
                        .roles(app));
        assertEquals(
                Presets.ANALYST,
                realm.tokens(app, app)
                        .password(ann, "openid organization:" + acme.alias())
                        .roles(app));
    }

    @Test
    void whileRosterIsOffThereAreNone() {
        String app = apps.app();
        realm.asAdministrator().post("/disable", Map.of()).is(200);
        try {
            assertEquals(List.of(), token(app, acme).roles(app));
        } finally {
            realm.asAdministrator().post("/enable", Map.of()).is(200);
        }
        assertEquals(Presets.ANALYST, token(app, acme).roles(app));
    }

    private TokenReply token(String app, Workspace workspace, String... scopes) {
        return realm.tokens(app)
                .password(ann, "openid organization:" + workspace.alias() + " " + String.join(" ", scopes));
    }

    private JsonNode userinfo(String app, TokenReply token) {
        return realm.tokens(app).userinfo(token).is(200).json();
    }

    private JsonNode introspected(TokenReply token) {
        Tokens robot = realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT);
        JsonNode answer = robot.introspect(token).is(200).json();
        assertTrue(answer.path("active").asBoolean(), answer.toString());
        return answer;
    }

    private static List<String> roles(String app, JsonNode answer) {
        return Json.texts(answer.path("resource_access").path(app).path("roles"));
    }
}
