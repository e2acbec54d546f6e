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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/**
 * Whatever goes on from a token tells of that token's workspace. The person is in two workspaces and has signed in for
 * the other one since, so that choosing again would show.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-1")
class GoingOnIT {

    private static final String LIGHTWEIGHT = "client.use.lightweight.access.token.enabled";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person ann;
    private Workspace acme;
    private Workspace beta;

    @BeforeEach
    void somebodyInTwoWorkspaces() {
        ann = realm.person();
        acme = realm.workspace(ann);
        beta = realm.workspace(ann);
        realm.assign(acme, ann, "analyst");
        realm.setMapper("access.token.claim", "true");
    }

    @Test
    void userinfoAndIntrospectionTellOfTheTokensWorkspace() {
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertWorkspace(beta, realm.tokens().password(ann, beta.scope()).claim());

        assertWorkspace(acme, userinfo(token));
        assertWorkspace(acme, introspected(token));
        assertEquals(Presets.ANALYST, Json.texts(userinfo(token).path("perms")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/userinfo", "/userinfo/"})
    void whatSomebodyWritesIntoTheRequestCountsForNothing(String path) {
        TokenReply token = realm.tokens().password(ann, acme.scope());
        String forged = "e30." + base64("{\"roster_ws\":\"" + beta.id() + "\",\"typ\":\"Refresh\"}") + ".c2ln";

        JsonNode answer = realm.tokens()
                .userinfo(token, path, Map.of("grant_type", "refresh_token", "refresh_token", forged))
                .is(200)
                .json();

        assertWorkspace(acme, answer.path(TokenReply.CLAIM));
    }

    @Test
    void withoutTheClaimInAccessTokensTheWorkspaceStandsAllTheSame() {
        realm.setMapper("access.token.claim", "false");
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertTrue(token.claim().isMissingNode());
        TokenReply other = realm.tokens().password(ann, beta.scope());

        assertWorkspace(acme, userinfo(token));
        assertWorkspace(beta, userinfo(other));
        TokenReply none = realm.tokens().password(ann, "openid workspace");
        assertTrue(userinfo(none).isMissingNode(), "two workspaces and no word which");
    }

    @Test
    void aLightweightTokenTellsOfTheWorkspaceAloneAndUserinfoOfTheRest() {
        lightweight("true");
        try {
            TokenReply token = realm.tokens().password(ann, acme.scope());
            realm.tokens().password(ann, beta.scope());
            assertEquals(Json.read("{\"id\":\"" + acme.id() + "\"}"), token.claim());
            assertEquals(Presets.ANALYST, Json.texts(userinfo(token).path("perms")));
        } finally {
            lightweight("false");
        }
        assertWorkspace(acme, realm.tokens().password(ann, acme.scope()).claim());
    }

    @Test
    void anExchangedTokenKeepsTheWorkspaceOrHasNone() {
        ClientRepresentation robot = realm.client(RosterOff.ROBOT).toRepresentation();
        robot.getAttributes().put("standard.token.exchange.enabled", "true");
        realm.client(RosterOff.ROBOT).update(robot);
        realm.offer(RosterOff.ROBOT);
        Tokens exchange = realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT);
        TokenReply subject = realm.tokens().password(ann, acme.scope());
        realm.tokens().password(ann, beta.scope());

        assertWorkspace(acme, exchange.exchange(subject, "openid workspace").claim());
        assertWorkspace(acme, exchange.exchange(subject, beta.scope()).claim());
        TokenReply silent = realm.tokens().password(ann, "openid workspace");
        assertTrue(exchange.exchange(silent, beta.scope()).claim().isMissingNode());
    }

    @Test
    void aTokenThatIsStillOutHasNoSessionAnyMoreOnceItsPersonHasLeft() {
        Person bob = realm.person();
        Workspace gamma = realm.workspace(bob);
        TokenReply token = realm.tokens().password(bob, "openid workspace");
        assertWorkspace(gamma, userinfo(token));

        gamma.remove(bob);

        realm.tokens().userinfo(token).is(401);
        assertEquals(
                Json.read("{\"active\":false}"),
                realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT)
                        .introspect(token)
                        .is(200)
                        .json());
    }

    private JsonNode userinfo(TokenReply token) {
        return realm.tokens().userinfo(token).is(200).json().path(TokenReply.CLAIM);
    }

    private JsonNode introspected(TokenReply token) {
        return realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT)
                .introspect(token)
                .is(200)
                .json()
                .path(TokenReply.CLAIM);
    }

    private void lightweight(String on) {
        ClientRepresentation app = realm.client(RosterOff.APP).toRepresentation();
        app.getAttributes().put(LIGHTWEIGHT, on);
        app.getAttributes().put("allow.userinfo.with.lightweight.access.token", on);
        realm.client(RosterOff.APP).update(app);
    }

    private static void assertWorkspace(Workspace workspace, JsonNode claim) {
        assertEquals(workspace.alias(), claim.path("alias").asText(), claim.toString());
        assertEquals(workspace.id(), claim.path("id").asText());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
