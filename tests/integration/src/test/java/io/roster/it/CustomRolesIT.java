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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Data Steward",
                "数据管理员",
                "مسؤول البيانات",
                "डेटा प्रबंधक",
                "Správce dat",
                "Data & Insight (EU)",
                "🦜"
            })
    void aNameIsOfAnyScript(String name) {
        assertEquals(name, read(create(name, "consumer")).path("name").asText());
    }

    @Test
    void aNameHasAtMost64Characters() {
        refused("x".repeat(65));
        refused("数".repeat(65));
        create("x".repeat(64), "consumer");
        create("数".repeat(64), "consumer");
        create("🦜".repeat(64), "consumer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "a\u0007b", "a\nb", "a\u202eb", "a\u2066b", "a\u200fb", "\u200b"})
    void aNameThatCantBeReadIsRefused(String name) {
        refused(name);
        create("a b", "consumer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Analyst", "ANALYST", " analyst ", "Ａｎａｌｙｓｔ", "read-only", "ﾃﾞｰﾀ", "STRASSE", "ﬁnance", "TEAM  A"
            })
    void aNameIsUniqueInItsWorkspaceHoweverItIsWritten(String name) {
        for (String taken : List.of("データ", "Straße", "Finance", "Team A")) {
            create(taken, "consumer");
        }
        int before = count();

        admin.post(acme.path("/roles"), role(name, "analyst")).isProblem(409, "duplicate");

        assertEquals(before, count());
        create(name + " 2", "analyst");
        assertEquals(before + 1, count());
    }

    @Test
    void twoWorkspacesMayUseTheSameName() {
        Workspace beta = realm.workspace();

        create("Data Steward", "analyst");
        admin.post(beta.path("/roles"), role("Data Steward", "analyst")).is(201);

        admin.post(beta.path("/roles"), role("data steward", "analyst")).isProblem(409, "duplicate");
    }

    @Test
    void renamingKeepsToTheSameRules() {
        String key = create("Data Steward", "analyst");
        create("Other", "analyst");
        JsonNode before = read(key);

        rename(key, "OTHER").isProblem(409, "duplicate");
        rename(key, "Admin").isProblem(409, "duplicate");
        rename(key, "a\u202eb").isProblem(400, "validation");
        assertEquals(before, read(key));

        rename(key, "DATA STEWARD").is(200);
        assertEquals("DATA STEWARD", read(key).path("name").asText());
        assertEquals(key, read(key).path("key").asText());
    }

    @Test
    void aPresetCantTakeTheNameOfACustomRole() {
        create("Data Steward", "analyst");

        Map<String, Object> change = Map.of("name", "data steward", "permissions", Presets.ANALYST, "hidden", false);
        admin.put(acme.path("/roles/analyst"), change).isProblem(409, "duplicate");
        assertEquals("Analyst", read("analyst").path("name").asText());

        admin.put(
                        acme.path("/roles/analyst"),
                        Map.of("name", "Data Analyst", "permissions", Presets.ANALYST, "hidden", false))
                .is(200);
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

    private void refused(String name) {
        int before = count();
        Reply refused = admin.post(acme.path("/roles"), role(name, "analyst")).isProblem(400, "validation");
        assertTrue(refused.violatedFields().contains("name"), refused.text());
        assertEquals(before, count());
    }

    private String create(String name, String from) {
        return admin.post(acme.path("/roles"), role(name, from))
                .is(201)
                .json()
                .path("key")
                .asText();
    }

    private Reply rename(String key, String name) {
        return admin.put(
                acme.path("/roles/" + key), Map.of("name", name, "permissions", permissions(key), "hidden", false));
    }

    private JsonNode read(String key) {
        return admin.get(acme.path("/roles/" + key)).is(200).json();
    }

    private List<String> permissions(String key) {
        return Json.texts(read(key).path("permissions"));
    }

    private int count() {
        return admin.get(acme.path("/roles")).is(200).json().path("items").size();
    }

    private static Map<String, Object> role(String name, String from) {
        return Map.of("name", name, "description", "", "from", from, "add", List.of(), "remove", List.of());
    }
}
