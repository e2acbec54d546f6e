// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.injection.LifeCycle;
import org.keycloak.testframework.realm.ManagedRealm;

/** The client that the switch makes for the workspace console. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("REALM-1")
class ConsoleClientIT {

    private static final String CONSOLE = "roster-console";

    @InjectRealm(config = RosterOff.class, lifecycle = LifeCycle.METHOD)
    ManagedRealm keycloakRealm;

    @InjectTestRealm(lifecycle = LifeCycle.METHOD)
    TestRealm realm;

    @Test
    @Tag("CONSOLE-2")
    void theConsolesClientSignsPeopleInAndDoesNothingElse() {
        assertTrue(Json.texts(enable().path("made")).contains("client " + CONSOLE));

        ClientRepresentation console = realm.client(CONSOLE).toRepresentation();
        assertTrue(console.isPublicClient());
        assertTrue(console.isStandardFlowEnabled());
        assertEquals("S256", console.getAttributes().get("pkce.code.challenge.method"));
        assertFalse(console.isDirectAccessGrantsEnabled());
        assertFalse(console.isImplicitFlowEnabled());
        assertFalse(console.isServiceAccountsEnabled());
        assertFalse(console.isFullScopeAllowed());
        assertFalse(console.isConsentRequired());
        assertEquals("${authBaseUrl}", console.getRootUrl());
        assertEquals(List.of("/realms/" + keycloakRealm.getName() + "/roster/console/*"), console.getRedirectUris());
        assertEquals(List.of("+"), console.getWebOrigins());
        assertEquals("+", console.getAttributes().get("post.logout.redirect.uris"));
    }

    @Test
    @Tag("CONSOLE-2")
    void itsTokensOpenTheApiOfPeopleAndNothingOfKeycloaks() {
        enable();
        Person ann = realm.administrator("manage-realm", "view-users");
        Workspace acme = realm.workspace(ann);
        assertEquals(Set.of("roster:self", "roster:manage"), rosterScopesOf(CONSOLE));
        assertEquals(Set.of(), rosterScopesOf(RosterOff.STRANGER));
        ClientRepresentation console = realm.client(CONSOLE).toRepresentation();
        console.setDirectAccessGrantsEnabled(true); // a test has no browser: the token is the same
        realm.client(CONSOLE).update(console);

        var token = realm.tokens(CONSOLE).password(ann, "openid");

        assertEquals("roster", token.access().path("aud").asText());
        assertTrue(
                token.access().path("resource_access").isMissingNode(),
                token.access().toString());
        assertTrue(
                token.access().path("realm_access").isMissingNode(),
                token.access().toString());
        realm.onPeopleSurface(token).get(acme.path("/me")).is(200);
        realm.onPeopleSurface(token).get(acme.path("/roles")).is(200);
        realm.onPeopleSurface(token).get("/workspaces").is(200);
        realm.onKeycloaksOwn(token).get("/users").is(403);
        realm.onKeycloaksOwn(realm.tokens("admin-cli").password(ann, "openid"))
                .get("/users")
                .is(200);
    }

    @Test
    void aClientThatIsThereIsLeftAndTheReportSaysWhatItLacks() {
        enable();
        ClientRepresentation console = realm.client(CONSOLE).toRepresentation();
        console.setRedirectUris(List.of("/realms/before/roster/console/*"));
        realm.client(CONSOLE).update(console);
        assertTrue(found().contains("without the redirect URI"), found());

        realm.client(CONSOLE).removeDefaultClientScope(scope("roster:manage"));
        assertTrue(found().contains("without the default scope roster:manage"), found());
        assertEquals(Set.of("roster:self"), rosterScopesOf(CONSOLE));

        console.setEnabled(false);
        realm.client(CONSOLE).update(console);
        assertTrue(found().contains("disabled"), found());
        assertFalse(realm.client(CONSOLE).toRepresentation().isEnabled());
    }

    @Test
    void aScopeThatIsMadeAnewIsTheConsolesAgain() {
        enable();
        realm.keycloak().clientScopes().get(scope("roster:manage")).remove();
        assertEquals(Set.of("roster:self"), rosterScopesOf(CONSOLE));

        assertEquals("client " + CONSOLE, found());
        assertEquals(Set.of("roster:self", "roster:manage"), rosterScopesOf(CONSOLE));
    }

    @Test
    void switchingOffLeavesTheClient() {
        enable();

        realm.asAdministrator().post("/disable", Map.of()).is(200);

        assertTrue(realm.client(CONSOLE).toRepresentation().isEnabled());
    }

    private JsonNode enable() {
        return realm.asAdministrator().post("/enable", Map.of()).is(200).json();
    }

    /** What the report says of the client when the switch is used once more. */
    private String found() {
        return Json.texts(enable().path("found")).stream()
                .filter(thing -> thing.startsWith("client " + CONSOLE))
                .findFirst()
                .orElseThrow();
    }

    private String scope(String name) {
        return realm.keycloak().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .findFirst()
                .map(ClientScopeRepresentation::getId)
                .orElseThrow();
    }

    private Set<String> rosterScopesOf(String client) {
        Set<String> scopes = new TreeSet<>();
        realm.client(client).getDefaultClientScopes().forEach(scope -> scopes.add(scope.getName()));
        scopes.removeIf(scope -> !scope.startsWith("roster:"));
        return scopes;
    }
}
