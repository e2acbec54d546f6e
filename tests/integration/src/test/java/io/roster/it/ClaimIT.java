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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Which workspace a token is for, and what the list form of the claim says about it. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-1")
class ClaimIT {

    private static final String ONLY_WORKSPACE = "openid workspace";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @Test
    void theClaimNamesTheWorkspaceTheRoleAndThePermissions() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        realm.assign(acme, ann, "analyst");

        JsonNode claim = realm.tokens().password(ann, acme.scope()).claim();

        assertEquals(acme.id(), claim.path("id").asText(), claim.toString());
        assertEquals(acme.alias(), claim.path("alias").asText());
        assertEquals("analyst", claim.path("role").asText());
        assertEquals(1, claim.path("cat").asInt());
        assertEquals(2, claim.path("epoch").size());
        assertEquals(Presets.ANALYST, Json.texts(claim.path("perms")));
        assertTrue(claim.path("bits").isMissingNode(), claim.toString());
    }

    @Test
    void theEpochRisesWithEachChange() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        JsonNode first = epoch(ann, acme);

        realm.assign(acme, ann, "analyst");
        JsonNode second = epoch(ann, acme);
        realm.asAdministrator()
                .delete(acme.path("/roles/analyst/permissions/charts.run"))
                .is(200);
        JsonNode third = epoch(ann, acme);

        assertTrue(second.path(1).asLong() > first.path(1).asLong(), first + " " + second);
        assertTrue(third.path(0).asLong() > second.path(0).asLong(), second + " " + third);
        assertEquals(second.path(1), third.path(1));
    }

    @Test
    void theOnlyWorkspaceNeedsNoChoice() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);

        assertWorkspace(acme, realm.tokens().password(ann, ONLY_WORKSPACE));
    }

    @Test
    void ofTwoWorkspacesOneMustBeAskedFor() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Workspace beta = realm.workspace(ann);

        assertNoWorkspace(realm.tokens().password(ann, ONLY_WORKSPACE));

        assertWorkspace(acme, realm.tokens().password(ann, acme.scope()));
        assertWorkspace(beta, realm.tokens().password(ann, beta.scope()));
    }

    @Test
    void aWorkspaceOfOthersIsNeverReplacedByOnesOwn() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Workspace beta = realm.workspace(realm.person());

        assertNoWorkspace(realm.tokens().password(ann, beta.scope()));
        // Keycloak itself answers for one that doesn't exist
        realm.tokens()
                .password(ann, ONLY_WORKSPACE + " organization:no-such")
                .reply()
                .is(400);

        assertWorkspace(acme, realm.tokens().password(ann, acme.scope()));
    }

    @Test
    void askingForAllWorkspacesGivesNone() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);

        assertNoWorkspace(realm.tokens().password(ann, ONLY_WORKSPACE + " organization:*"));

        assertWorkspace(acme, realm.tokens().password(ann, acme.scope()));
    }

    @Test
    void askingForSeveralWorkspacesGivesNone() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Workspace beta = realm.workspace(ann);
        Workspace ofOthers = realm.workspace();

        assertNoWorkspace(realm.tokens().password(ann, acme.scope() + " organization:" + beta.alias()));
        assertNoWorkspace(realm.tokens().password(ann, acme.scope() + " organization:" + ofOthers.alias()));

        assertWorkspace(acme, realm.tokens().password(ann, acme.scope()));
    }

    @Test
    void aClientWithoutTheScopeGetsNoClaim() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);

        TokenReply stranger = realm.tokens(RosterOff.STRANGER).password(ann, "openid organization:" + acme.alias());
        assertTrue(stranger.claim().isMissingNode(), stranger.access().toString());
        realm.tokens(RosterOff.STRANGER).password(ann, acme.scope()).reply().is(400);
        assertNoWorkspace(realm.tokens().password(ann, "openid"));

        assertWorkspace(acme, realm.tokens().password(ann, acme.scope()));
    }

    @Test
    void aServiceAccountGetsNoClaim() {
        realm.offer(RosterOff.ROBOT);
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);

        assertNoWorkspace(realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT).serviceAccount(ONLY_WORKSPACE));
        assertNoWorkspace(realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT).serviceAccount(acme.scope()));

        assertWorkspace(acme, realm.tokens().password(ann, acme.scope()));
    }

    @Test
    void somebodyInNoWorkspaceGetsNoClaimAndSignsInAllTheSame() {
        Person ann = realm.person();

        assertNoWorkspace(realm.tokens().password(ann, ONLY_WORKSPACE));

        Workspace acme = realm.workspace(ann);
        assertWorkspace(acme, realm.tokens().password(ann, ONLY_WORKSPACE));
    }

    @Test
    void userinfoAndIntrospectionSayTheSame() {
        Tokens robot = realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT);
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        TokenReply token = realm.tokens().password(ann, acme.scope());
        JsonNode claim = token.claim();
        assertWorkspace(acme, token);

        assertEquals(claim, realm.tokens().userinfo(token).is(200).json().path(TokenReply.CLAIM));
        JsonNode introspected = robot.introspect(token).is(200).json();
        assertEquals(claim, introspected.path(TokenReply.CLAIM), introspected.toString());
    }

    private JsonNode epoch(Person person, Workspace workspace) {
        return realm.tokens().password(person, workspace.scope()).claim().path("epoch");
    }

    private static void assertWorkspace(Workspace workspace, TokenReply token) {
        JsonNode claim = token.claim();
        assertEquals(
                workspace.alias(), claim.path("alias").asText(), token.access().toString());
    }

    private static void assertNoWorkspace(TokenReply token) {
        assertTrue(token.claim().isMissingNode(), () -> token.access().toString());
    }
}
