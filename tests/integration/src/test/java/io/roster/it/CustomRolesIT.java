// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-4")
class CustomRolesIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Api admin;
    private Workspace acme;

    @BeforeEach
    void aWorkspace() {
        admin = realm.asAdministrator();
        acme = realm.workspace();
    }

    @Test
    void aCustomRoleStartsFromAPreset() {
        Reply made = admin.post(
                        acme.path("/roles"),
                        Map.of(
                                "name", "Data Steward",
                                "description", "Keeps the definitions tidy",
                                "from", "analyst",
                                "add", List.of("home-dashboard.manage"),
                                "remove", List.of("charts.export")))
                .is(201);

        JsonNode role = made.json();
        String key = role.path("key").asText();
        assertTrue(made.header("Location").endsWith(acme.path("/roles/" + key)), made.header("Location"));
        assertEquals("custom", role.path("kind").asText());
        assertEquals("Data Steward", role.path("name").asText());
        assertEquals("Keeps the definitions tidy", role.path("description").asText());
        assertEquals("analyst", role.path("from").asText());
        List<String> expected = new ArrayList<>(Presets.analystWithout("charts.export"));
        expected.add("home-dashboard.manage");
        assertEquals(expected, Json.texts(role.path("permissions")));
        Reply read = admin.get(acme.path("/roles/" + key)).is(200);
        assertEquals(role, read.json());
        assertEquals(made.etag(), read.etag());
    }

    @Test
    void aCustomRoleStartsFromAnotherCustomRole() {
        String first = create("First", "read-only");
        admin.put(acme.path("/roles/" + first + "/permissions/billing.manage")).is(200);

        String second = create("Second", first);

        List<String> expected = new ArrayList<>(Presets.READ_ONLY);
        expected.add("billing.manage");
        assertEquals(expected, permissions(second));
    }

    @Test
    void whoeverHasACustomRoleHasItsPermissionsInTheNextToken() {
        Person ann = realm.person();
        acme.add(ann);
        String key = create("Data Steward", "read-only");
        realm.assign(acme, ann, key);
        TokenReply first = realm.tokens().password(ann, acme.scope());
        assertEquals(key, first.claim().path("role").asText());
        assertEquals(Presets.READ_ONLY, first.permissions());

        admin.put(acme.path("/roles/" + key + "/permissions/snapshots.access")).is(200);
        admin.delete(acme.path("/roles/" + key + "/permissions/charts.run")).is(200);

        List<String> expected = new ArrayList<>(Presets.READ_ONLY);
        expected.add("snapshots.access");
        expected.remove("charts.run");
        assertEquals(expected, realm.tokens().refresh(first).permissions());
    }

    @Test
    void aRoleMadeAgainHasAnotherKey() {
        String first = create("Data Steward", "analyst");
        assertFalse(Presets.KEYS.contains(first));
        admin.delete(acme.path("/roles/" + first)).is(204);
        admin.get(acme.path("/roles/" + first)).isProblem(404, "not-found");

        assertNotEquals(first, create("Data Steward", "analyst"));
    }

    @Test
    void aRoleStartsFromARoleOfItsOwnWorkspaceOnly() {
        Workspace beta = realm.workspace();
        String ofBeta = admin.post(beta.path("/roles"), role("Steward", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();

        Reply refused = admin.post(acme.path("/roles"), role("Copy", ofBeta)).isProblem(400, "validation");
        assertTrue(refused.violatedFields().contains("from"), refused.text());
        admin.get(acme.path("/roles/" + ofBeta)).isProblem(404, "not-found");

        admin.post(beta.path("/roles"), role("Copy", ofBeta)).is(201);
    }

    private String create(String name, String from) {
        return admin.post(acme.path("/roles"), role(name, from))
                .is(201)
                .json()
                .path("key")
                .asText();
    }

    private JsonNode read(String key) {
        return admin.get(acme.path("/roles/" + key)).is(200).json();
    }

    private List<String> permissions(String key) {
        return Json.texts(read(key).path("permissions"));
    }

    private static Map<String, Object> role(String name, String from) {
        return Map.of("name", name, "description", "", "from", from, "add", List.of(), "remove", List.of());
    }
}
