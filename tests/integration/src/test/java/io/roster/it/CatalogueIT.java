// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.realm.RealmBuilder;

@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-1")
class CatalogueIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRealm(config = Classic.class, ref = "classic")
    ManagedRealm keycloakClassicRealm;

    @InjectTestRealm(ref = "classic", realmRef = "classic")
    TestRealm classicRealm;

    @Test
    void anybodyMayReadTheCatalogue() {
        JsonNode catalogue = realm.asNobody().get("/catalogue").is(200).json();

        assertEquals(1, catalogue.path("number").asInt());
        JsonNode first = catalogue.path("permissions").path(0);
        assertEquals("charts.run", first.path("key").asText());
        assertEquals("Run charts", first.path("label").asText());
        assertEquals("shared", first.path("space").asText());
        assertEquals("project", first.path("scope").asText());
        assertEquals("low", first.path("risk").asText());
    }

    @Test
    void eachBitHasOnePermission() {
        List<Integer> bits = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        realm.asNobody().get("/catalogue").is(200).json().path("permissions").forEach(permission -> {
            bits.add(permission.path("bit").asInt());
            keys.add(permission.path("key").asText());
        });

        assertEquals(IntStream.range(0, 26).boxed().toList(), bits);
        assertEquals(26, keys.stream().distinct().count());
    }

    @Test
    void theFivePresetsGiveWhatThePackSays() {
        Map<String, List<String>> presets = presets(realm);

        assertEquals(Presets.KEYS, List.copyOf(presets.keySet()));
        assertEquals(Presets.READ_ONLY, presets.get("read-only"));
        assertEquals(Presets.ANALYST.subList(0, 8), presets.get("consumer"));
        assertEquals(Presets.ANALYST, presets.get("analyst"));
        assertEquals(21, presets.get("architect").size());
        assertEquals(26, presets.get("admin").size());
    }

    @Test
    void theOlderPackGivesLessToSomePresets() {
        Map<String, List<String>> presets = presets(realm);
        Map<String, List<String>> classic = presets(classicRealm);

        for (String preset : Presets.KEYS) {
            List<String> expected = new ArrayList<>(presets.get(preset));
            if (preset.equals("read-only") || preset.equals("consumer")) {
                expected.remove("personal-definitions.manage");
            }
            if (!preset.equals("admin")) {
                expected.remove("home-dashboard.manage");
            }
            assertEquals(expected, classic.get(preset), preset);
        }
    }

    @Test
    void whoeverHasTheCatalogueIsToldThatItIsUnchanged() {
        Api nobody = realm.asNobody();
        Reply catalogue = nobody.get("/catalogue").is(200);

        assertNotNull(catalogue.header("Cache-Control"));
        nobody.with("If-None-Match", catalogue.etag()).get("/catalogue").is(304);
        nobody.with("If-None-Match", "\"another\"").get("/catalogue").is(200);
    }

    @Test
    @Tag("ROLE-3")
    void everyWorkspaceHasThePresetsAsItsRoles() {
        Workspace acme = realm.workspace();

        JsonNode roles =
                realm.asAdministrator().get(acme.path("/roles")).is(200).json();

        List<String> keys = new ArrayList<>();
        roles.path("items").forEach(role -> {
            keys.add(role.path("key").asText());
            assertEquals("preset", role.path("kind").asText());
            assertEquals(false, role.path("edited").asBoolean(true));
            assertEquals(false, role.path("hidden").asBoolean(true));
        });
        assertEquals(Presets.KEYS, keys);
    }

    private static Map<String, List<String>> presets(TestRealm realm) {
        Map<String, List<String>> presets = new LinkedHashMap<>();
        realm.asNobody()
                .get("/catalogue")
                .is(200)
                .json()
                .path("presets")
                .forEach(preset -> presets.put(preset.path("key").asText(), Json.texts(preset.path("permissions"))));
        return presets;
    }

    /** Seeded with the older preset pack. */
    public static final class Classic extends RosterOn {

        @Override
        public RealmBuilder configure(RealmBuilder realm) {
            return super.configure(realm).attribute("roster.presets", "classic-2022");
        }
    }
}
