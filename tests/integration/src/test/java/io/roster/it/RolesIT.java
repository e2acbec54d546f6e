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

/** Presets, as a workspace makes them its own. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-3")
class RolesIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Api admin;
    private Person ann;
    private Workspace acme;

    @BeforeEach
    void anAnalystOfAcme() {
        admin = realm.asAdministrator();
        ann = realm.person();
        acme = realm.workspace(ann);
        realm.assign(acme, ann, "analyst");
    }

    @Test
    void aPresetIsRenamedInOneWorkspaceOnly() {
        Workspace beta = realm.workspace();

        JsonNode role = admin.put(analyst(), change("Data Analyst", Presets.ANALYST))
                .is(200)
                .json();

        assertEquals("Data Analyst", role.path("name").asText());
        assertEquals("analyst", role.path("key").asText());
        assertTrue(role.path("edited").asBoolean());
        assertEquals(role, admin.get(analyst()).is(200).json());
        assertEquals("Analyst", read(beta).path("name").asText());
        assertFalse(read(beta).path("edited").asBoolean(true));
    }

    @Test
    void aRenamedPresetStaysThePresetInTokens() {
        admin.put(analyst(), change("Data Analyst", Presets.ANALYST)).is(200);

        TokenReply token = realm.tokens().password(ann, acme.scope());

        assertEquals("analyst", token.claim().path("role").asText());
        assertEquals(Presets.ANALYST, token.permissions());
    }

    @Test
    void aPermissionTakenFromAPresetIsMissingInTheNextToken() {
        Person bob = realm.person();
        Workspace beta = realm.workspace(bob);
        realm.assign(beta, bob, "analyst");
        TokenReply before = realm.tokens().password(ann, acme.scope());
        assertEquals(Presets.ANALYST, before.permissions());

        admin.delete(analyst() + "/permissions/charts.export").is(200);

        List<String> left = Presets.analystWithout("charts.export");
        assertEquals(left, realm.tokens().refresh(before).permissions());
        assertEquals(left, realm.tokens().password(ann, acme.scope()).permissions());
        assertEquals(Presets.ANALYST, realm.tokens().password(bob, beta.scope()).permissions());
    }

    @Test
    void aPermissionGivenToAPresetIsInTheNextToken() {
        admin.put(analyst() + "/permissions/home-dashboard.manage").is(200);

        List<String> more = new ArrayList<>(Presets.ANALYST);
        more.add("home-dashboard.manage");
        assertEquals(more, realm.tokens().password(ann, acme.scope()).permissions());
    }

    @Test
    void anEditIsKeptAsTheDifferenceFromThePreset() {
        admin.put(analyst() + "/permissions/home-dashboard.manage").is(200);
        JsonNode role =
                admin.delete(analyst() + "/permissions/charts.export").is(200).json();

        assertEquals(List.of("home-dashboard.manage"), Json.texts(role.path("added")));
        assertEquals(List.of("charts.export"), Json.texts(role.path("removed")));
        assertTrue(role.path("edited").asBoolean());
    }

    @Test
    void togglingBackLeavesNoEdit() {
        admin.delete(analyst() + "/permissions/charts.export").is(200);

        JsonNode role =
                admin.put(analyst() + "/permissions/charts.export").is(200).json();

        assertFalse(role.path("edited").asBoolean(true), role.toString());
        assertEquals(List.of(), Json.texts(role.path("removed")));
        assertEquals(Presets.ANALYST, Json.texts(role.path("permissions")));
    }

    @Test
    void aWholeListOfPermissionsBecomesADifferenceToo() {
        List<String> wanted = new ArrayList<>(Presets.analystWithout("charts.run"));
        wanted.add("snapshots.access");

        JsonNode role = admin.put(analyst(), change("Analyst", wanted)).is(200).json();

        assertEquals(List.of("snapshots.access"), Json.texts(role.path("added")));
        assertEquals(List.of("charts.run"), Json.texts(role.path("removed")));
        assertEquals(wanted, Json.texts(role.path("permissions")));
    }

    @Test
    void resettingAPresetBringsItBackAsItWas() {
        JsonNode original = read(acme);
        admin.put(analyst(), change("Data Analyst", List.of("charts.run"))).is(200);
        assertEquals(
                List.of("charts.run"),
                realm.tokens().password(ann, acme.scope()).permissions());

        JsonNode role = admin.post(analyst() + "/reset", null).is(200).json();

        for (String field : List.of("name", "description", "permissions", "edited", "added", "removed", "hidden")) {
            assertEquals(original.path(field), role.path(field), field);
        }
        assertEquals(Presets.ANALYST, realm.tokens().password(ann, acme.scope()).permissions());
    }

    @Test
    void aPresetCantBeDeleted() {
        JsonNode before = read(acme);
        Reply refused = admin.delete(analyst());

        assertTrue(refused.status() >= 400 && refused.status() < 500, refused.toString());
        assertEquals(before, read(acme));

        String custom = admin.post(acme.path("/roles"), Map.of("name", "Extra", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();
        admin.delete(acme.path("/roles/" + custom)).is(204);
    }

    @Test
    void aPresetThatNobodyHasCanBeHiddenAndShownAgain() {
        admin.put(analyst(), Map.of("name", "Analyst", "permissions", Presets.ANALYST, "hidden", true))
                .isProblem(409, "in-use");
        assertFalse(read(acme).path("hidden").asBoolean(true));

        realm.assign(acme, ann, "consumer");
        admin.put(analyst(), Map.of("name", "Analyst", "permissions", Presets.ANALYST, "hidden", true))
                .is(200);
        assertTrue(read(acme).path("hidden").asBoolean());
        admin.post(analyst() + "/reset", null).is(200);
        assertFalse(read(acme).path("hidden").asBoolean(true));
    }

    @Test
    void aStaleVersionIsRefusedAndChangesNothing() {
        String read = admin.get(analyst()).is(200).etag();
        Reply changed = admin.ifMatch(read)
                .delete(analyst() + "/permissions/charts.export")
                .is(200);
        assertNotEquals(read, changed.etag());

        Api late = admin.ifMatch(read);
        late.put(analyst() + "/permissions/charts.export").isProblem(412, "stale");
        late.put(analyst(), change("Late", Presets.ANALYST)).isProblem(412, "stale");
        late.post(analyst() + "/reset", null).isProblem(412, "stale");
        assertEquals(changed.json(), read(acme));

        admin.ifMatch(changed.etag())
                .put(analyst() + "/permissions/charts.export")
                .is(200);
    }

    @Test
    void anUnknownPermissionIsRefusedAndChangesNothing() {
        JsonNode before = read(acme);

        admin.put(analyst() + "/permissions/no.such").isProblem(404, "not-found");
        Reply refused = admin.put(analyst(), change("Analyst", List.of("charts.run", "no.such")))
                .isProblem(400, "validation");

        assertTrue(refused.violatedFields().contains("permissions"), refused.text());
        assertEquals(before, read(acme));
        admin.put(analyst(), change("Analyst", List.of("charts.run"))).is(200);
    }

    @Test
    void anUnknownRoleOrWorkspaceIsNotFound() {
        admin.get(acme.path("/roles/no-such")).isProblem(404, "not-found");
        admin.get("/workspaces/no-such/roles").isProblem(404, "not-found");
        admin.get(analyst()).is(200);
    }

    private String analyst() {
        return acme.path("/roles/analyst");
    }

    private JsonNode read(Workspace workspace) {
        return admin.get(workspace.path("/roles/analyst")).is(200).json();
    }

    private static Map<String, Object> change(String name, List<String> permissions) {
        return Map.of("name", name, "description", "As we call it", "permissions", permissions, "hidden", false);
    }
}
