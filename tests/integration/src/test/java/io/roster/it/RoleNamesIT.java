// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
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

/** What a custom role may be called: any script, never a name that the eye takes for another. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-4")
class RoleNamesIT {

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
