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
import io.roster.testkit.Statements;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** What goes on from a token has the roles of that token's workspace, as it has the claim. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-2")
class ClientRolesGoingOnIT {

    private static final String LIGHTWEIGHT = "client.use.lightweight.access.token.enabled";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

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

    @AfterEach
    void countNoMore() {
        server.run(Statements::stop);
    }

    @Test
    void theWorkspaceIsChosenOnceHereToo() {
        String app = apps.app();
        TokenReply token = realm.tokens(app).password(ann, "openid");
        assertEquals(acme.id(), token.access().path("roster_ws").asText());

        Workspace beta = realm.workspace(ann);

        assertEquals(List.of(), realm.tokens(app).password(ann, "openid").roles(app));
        assertEquals(Presets.READ_ONLY, apps.token(app, ann, beta).roles(app));
        TokenReply refreshed = realm.tokens(app).refresh(realm.tokens(app).refresh(token));
        assertEquals(Presets.ANALYST, refreshed.roles(app));
        assertEquals(Presets.ANALYST, ClientRoleApps.roles(app, apps.userinfo(app, token)));
        assertEquals(Presets.ANALYST, ClientRoleApps.roles(app, apps.introspected(refreshed)));
    }

    @Test
    void whoeverLeftHasNoRolesAndCantRefresh() {
        String app = apps.app();
        TokenReply token = realm.tokens(app).refresh(realm.tokens(app).password(ann, "openid"));
        assertEquals(Presets.ANALYST, ClientRoleApps.roles(app, apps.userinfo(app, token)));

        acme.remove(ann);

        realm.tokens(app).userinfo(token).is(401);
        assertEquals(
                Json.read("{\"active\":false}"),
                realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT)
                        .introspect(token)
                        .is(200)
                        .json());
        JsonNode refused = realm.tokens(app).refresh(token).reply().is(400).json();
        assertEquals("invalid_grant", refused.path("error").asText());
    }

    @Test
    void aChangedRoleShowsInTheNextToken() {
        String app = apps.app();
        TokenReply token = apps.token(app, ann, acme);
        assertTrue(token.roles(app).contains("charts.export"));

        realm.asAdministrator()
                .delete(acme.path("/roles/analyst/permissions/charts.export"))
                .is(200);

        List<String> less = Presets.analystWithout("charts.export");
        assertEquals(less, realm.tokens(app).refresh(token).roles(app));
        assertEquals(less, ClientRoleApps.roles(app, apps.introspected(token)));
    }

    @Test
    void anExchangedTokenGoesOnWithTheClaimOfTheOther() {
        String api = apps.bare();
        ClientRepresentation client = realm.client(api).toRepresentation();
        client.setPublicClient(false);
        client.setSecret(api);
        client.getAttributes().put("standard.token.exchange.enabled", "true");
        realm.client(api).update(client);
        assertEquals("", apps.save(api));
        String app = apps.app("roster.client=" + api);
        realm.offer(app);
        realm.client(app)
                .getProtocolMappers()
                .createMapper(ClientRoleApps.audience(api))
                .close();
        TokenReply subject = apps.token(app, ann, acme, "workspace");
        assertEquals(acme.alias(), subject.claim().path("alias").asText());
        realm.workspace(ann);

        assertEquals(
                Presets.ANALYST,
                realm.tokens(api, api).exchange(subject, "openid").roles(api));
    }

    @Test
    void aLightweightTokenHasNoneAndUserinfoAll() {
        String app = apps.app("lightweight.claim=true");
        ClientRepresentation client = realm.client(app).toRepresentation();
        client.getAttributes().put(LIGHTWEIGHT, "true");
        client.getAttributes().put("allow.userinfo.with.lightweight.access.token", "true");
        realm.client(app).update(client);

        TokenReply token = apps.token(app, ann, acme);
        apps.token(app, ann, realm.workspace(ann));

        assertTrue(
                token.access().path("resource_access").isMissingNode(),
                token.access().toString());
        assertEquals(Presets.ANALYST, ClientRoleApps.roles(app, apps.userinfo(app, token)));
        assertEquals(Presets.ANALYST, ClientRoleApps.roles(app, apps.introspected(token)));
    }

    @Test
    void aTokenThatIsRefreshedAsksNothing() {
        String app = apps.app();
        TokenReply warm = realm.tokens(app).refresh(apps.token(app, ann, acme));

        server.run(Statements::start);
        TokenReply token = realm.tokens(app).refresh(warm);

        assertEquals(List.of(), Json.texts(server.fetch(Statements::roles, JsonNode.class)));
        assertEquals(List.of(), Json.texts(server.fetch(Statements::ours, JsonNode.class)));
        assertEquals(Presets.ANALYST, token.roles(app));
        realm.client(app).roles().create(new RoleRepresentation("charts.run", null, false));
        server.run(Statements::start);
        assertEquals(List.of(), realm.tokens(app).refresh(warm).roles(app));
        assertTrue(server.fetch(Statements::roles, JsonNode.class).size() > 0, "what has changed is read again");
    }
}
