// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** The workspace of a session is chosen with its first token, and never again. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-1")
class SessionsIT {

    private static final String ONLY_WORKSPACE = "openid workspace";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @Test
    void aSessionForANamedWorkspaceKeepsIt() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertWorkspace(acme, token);

        Workspace beta = realm.workspace(ann);

        TokenReply refreshed = realm.tokens().refresh(token);
        assertWorkspace(acme, refreshed);
        assertWorkspace(acme, realm.tokens().refresh(refreshed));
        assertWorkspace(beta, realm.tokens().password(ann, beta.scope()));
    }

    @Test
    void whoeverLeftANamedWorkspaceCantRefreshItsTokens() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        TokenReply token = realm.tokens().refresh(realm.tokens().password(ann, acme.scope()));
        assertWorkspace(acme, token);

        acme.remove(ann);

        assertEquals(
                "invalid_grant",
                realm.tokens()
                        .refresh(token)
                        .reply()
                        .is(400)
                        .json()
                        .path("error")
                        .asText());
    }

    @Test
    void aRunningSessionKeepsItsWorkspace() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        TokenReply token = realm.tokens().password(ann, ONLY_WORKSPACE);

        realm.workspace(ann);

        assertNoWorkspace(realm.tokens().password(ann, ONLY_WORKSPACE));
        TokenReply refreshed = realm.tokens().refresh(token);
        assertWorkspace(acme, refreshed);
        assertWorkspace(acme, realm.tokens().refresh(refreshed));
    }

    @Test
    void aSessionWithoutAWorkspaceStaysWithoutOne() {
        Person ann = realm.person();
        TokenReply token = realm.tokens().password(ann, ONLY_WORKSPACE);
        assertNoWorkspace(token);

        Workspace acme = realm.workspace(ann);

        assertNoWorkspace(realm.tokens().refresh(token));
        assertWorkspace(acme, realm.tokens().password(ann, ONLY_WORKSPACE));
    }

    @Test
    void whoeverLeftTheOnlyWorkspaceCantRefreshItsTokens() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        TokenReply token = realm.tokens().password(ann, ONLY_WORKSPACE);
        TokenReply second = realm.tokens().refresh(token);
        assertWorkspace(acme, second);

        acme.remove(ann);

        assertEquals(
                "invalid_grant",
                realm.tokens()
                        .refresh(second)
                        .reply()
                        .is(400)
                        .json()
                        .path("error")
                        .asText());
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
