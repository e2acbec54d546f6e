// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.injection.LifeCycle;
import org.keycloak.testframework.realm.ManagedRealm;

/** A realm of its own for each test: each of them starts with Roster off. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("REALM-1")
class SwitchOnIT {

    private static final Set<String> SCOPES =
            Set.of("workspace", "roster:self", "roster:check", "roster:spaces", "roster:manage");

    @InjectRealm(config = RosterOff.class, lifecycle = LifeCycle.METHOD)
    ManagedRealm keycloakRealm;

    @InjectTestRealm(lifecycle = LifeCycle.METHOD)
    TestRealm realm;

    @Test
    void oneCallSwitchesRosterOnAndSaysWhatItMade() {
        assertFalse(enabled());
        assertEquals(Set.of(), scopesOfRoster());

        JsonNode said = enable();

        assertTrue(said.path("enabled").asBoolean());
        assertTrue(Json.texts(said.path("made")).contains("client scope workspace"), said.toString());
        assertTrue(enabled());
        assertEquals(SCOPES, scopesOfRoster());
        assertEquals(
                1, realm.keycloak().clients().findByClientId("roster-console").size());
        assertTrue(realm.keycloak().flows().getRequiredAction("roster-sign-in").isEnabled());
    }

    @Test
    void aSecondCallMakesNothingAndFindsWhatTheFirstMade() {
        // a mapper belongs to its scope, which alone is named when it is found again
        List<String> made = Json.texts(enable().path("made")).stream()
                .filter(thing -> !thing.startsWith("mapper "))
                .toList();

        JsonNode again = enable();

        assertEquals(List.of(), Json.texts(again.path("made")));
        Set<String> found = new TreeSet<>(Json.texts(again.path("found")));
        assertTrue(found.containsAll(made), () -> made + " was made, but only " + found + " found");
        assertEquals(SCOPES, scopesOfRoster());
    }

    @Test
    void whatSomebodyDeletedMeanwhileIsMadeAgain() {
        enable();
        String self = realm.keycloak().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("roster:self"))
                .findFirst()
                .map(ClientScopeRepresentation::getId)
                .orElseThrow();
        realm.keycloak().clientScopes().get(self).remove();

        JsonNode said = enable();

        List<String> made = Json.texts(said.path("made"));
        assertTrue(made.contains("client scope roster:self"), made.toString());
        assertTrue(made.stream().allMatch(thing -> thing.endsWith("client scope roster:self")), made.toString());
        assertEquals(SCOPES, scopesOfRoster());
    }

    @Test
    void theRealmAttributeSwitchesRosterOnAndOff() {
        setEnabledAttribute("true");
        assertTrue(enabled());
        assertEquals(SCOPES, scopesOfRoster());

        setEnabledAttribute("false");
        assertFalse(enabled());
        assertEquals(SCOPES, scopesOfRoster());
    }

    @Test
    void noScopeOfRosterIsADefaultScopeOfTheRealm() {
        enable();

        Set<String> defaults = names(realm.keycloak().getDefaultDefaultClientScopes());
        defaults.addAll(names(realm.keycloak().getDefaultOptionalClientScopes()));
        assertTrue(defaults.contains("profile"), defaults.toString());
        defaults.retainAll(SCOPES);
        assertEquals(Set.of(), defaults);

        ClientRepresentation later = new ClientRepresentation();
        later.setClientId("later");
        realm.keycloak().clients().create(later).close();
        ClientRepresentation made =
                realm.keycloak().clients().findByClientId("later").get(0);
        assertTrue(made.getDefaultClientScopes().stream().noneMatch(SCOPES::contains));
        assertTrue(made.getOptionalClientScopes().stream().noneMatch(SCOPES::contains));
    }

    @Test
    @Tag("MATE-1")
    void whoeverWasAMemberBeforeGetsTheDefaultRole() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);

        enable();
        realm.offer(RosterOff.APP);

        JsonNode teammates = realm.asAdministrator()
                .get(acme.path("/teammates"))
                .is(200)
                .json()
                .path("items");
        assertEquals(1, teammates.size(), teammates.toString());
        assertEquals(ann.id(), teammates.path(0).path("id").asText());
        assertEquals("read-only", teammates.path(0).path("role").asText());
        assertEquals(
                Presets.READ_ONLY, realm.tokens().password(ann, acme.scope()).permissions());
    }

    @Test
    void switchingOffLeavesTheData() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        enable();
        realm.assign(acme, ann, "analyst");
        Api admin = realm.asAdministrator();
        String role = admin.post(acme.path("/roles"), Map.of("name", "Data Steward", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();

        assertFalse(
                admin.post("/disable", Map.of()).is(200).json().path("enabled").asBoolean(true));
        assertFalse(enabled());
        assertEquals(SCOPES, scopesOfRoster());
        enable();

        assertEquals(
                "Data Steward",
                admin.get(acme.path("/roles/" + role))
                        .is(200)
                        .json()
                        .path("name")
                        .asText());
        assertEquals(
                "analyst",
                admin.get(acme.path("/teammates/" + ann.id()))
                        .is(200)
                        .json()
                        .path("role")
                        .asText());
    }

    @Test
    void onlyAnAdministratorOfTheRealmSwitchesRosterOn() {
        Person ann = realm.person();

        realm.onAdminSurface(realm.tokens().password(ann, "openid"))
                .post("/enable", Map.of("presets", "default"))
                .isProblem(403, "forbidden");
        assertEquals(Set.of(), scopesOfRoster());
        assertFalse(enabled());

        enable();
        assertTrue(enabled());
    }

    @Test
    void anUnknownPresetPackIsRefused() {
        realm.asAdministrator()
                .post("/enable", Map.of("presets", "no-such-pack"))
                .isProblem(400, "validation");
        assertFalse(enabled());
        assertEquals(Set.of(), scopesOfRoster());

        realm.asAdministrator()
                .post("/enable", Map.of("presets", "classic-2022"))
                .is(200);
        assertTrue(enabled());
    }

    private JsonNode enable() {
        return realm.asAdministrator()
                .post("/enable", Map.of("presets", "default"))
                .is(200)
                .json();
    }

    private boolean enabled() {
        return realm.asAdministrator().get("").is(200).json().path("enabled").asBoolean();
    }

    private void setEnabledAttribute(String value) {
        RealmRepresentation representation = realm.keycloak().toRepresentation();
        representation.getAttributes().put("roster.enabled", value);
        realm.keycloak().update(representation);
    }

    private Set<String> scopesOfRoster() {
        Set<String> scopes = names(realm.keycloak().clientScopes().findAll());
        scopes.removeIf(scope -> !scope.equals("workspace") && !scope.startsWith("roster:"));
        return scopes;
    }

    private static Set<String> names(List<ClientScopeRepresentation> scopes) {
        return scopes.stream().map(ClientScopeRepresentation::getName).collect(Collectors.toCollection(TreeSet::new));
    }
}
