// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.MemberRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testframework.annotations.InjectAdminClient;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.realm.RealmBuilder;
import org.keycloak.testframework.realm.UserBuilder;

@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("REALM-1")
class RealmImportIT {

    @InjectRealm(config = Imported.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectAdminClient
    Keycloak administrator;

    @Test
    void theImportOffersRostersScopesToNamedClients() {
        ClientRepresentation robot =
                realm.keycloak().clients().findByClientId(RosterOff.ROBOT).get(0);
        ClientRepresentation stranger =
                realm.keycloak().clients().findByClientId(RosterOff.STRANGER).get(0);

        assertTrue(robot.getOptionalClientScopes().contains("roster:check"));
        assertFalse(stranger.getOptionalClientScopes().contains("roster:check"));
    }

    @Test
    @Tag("REALM-2")
    void theImportNamesTheFirstAdminAndTheRolesOfOthers() {
        assertEquals(Map.of("ann", "admin", "bob", "analyst", "cyd", "read-only"), rolesOfPresets());
        JsonNode steward = teammate("dee");
        assertEquals("Data Steward", steward.path("roleName").asText(), steward.toString());
    }

    @Test
    @Tag("ROLE-3")
    @Tag("ROLE-4")
    void theImportedRolesCountInTokens() {
        List<String> analyst = Presets.analystWithout("charts.export");
        assertEquals(analyst, permissions("bob"));

        List<String> steward = new ArrayList<>(analyst);
        steward.add("home-dashboard.manage");
        assertEquals(steward, permissions("dee"));
        assertEquals(Presets.READ_ONLY, permissions("cyd"));
    }

    @Test
    void theDocumentIsGoneOnceItIsRead() {
        assertNull(realm.keycloak().toRepresentation().getAttributes().get("roster.import"));
    }

    @Test
    void anUnknownNameFailsTheImportWithAClearText() {
        WebApplicationException refused =
                assertThrows(WebApplicationException.class, () -> create("refused", "no-such-role"));
        try (var response = refused.getResponse()) {
            String text = response.readEntity(String.class);
            assertTrue(response.getStatus() >= 400 && response.getStatus() < 500, response.getStatus() + ": " + text);
            assertTrue(text.contains("workspaces.acme") && text.contains("teammates.bob"), text);
        }
        assertTrue(administrator.realms().findAll().stream()
                .noneMatch(other -> other.getRealm().equals("refused")));

        create("accepted", "consumer");
        administrator.realm("accepted").remove();
    }

    private void create(String name, String roleOfBob) {
        administrator
                .realms()
                .create(new Imported()
                        .configure(RealmBuilder.create().name(name))
                        .attribute("roster.import", document(roleOfBob))
                        .build());
    }

    private Map<String, String> rolesOfPresets() {
        Map<String, String> roles = new HashMap<>();
        realm.asAdministrator()
                .get("/workspaces/acme/teammates")
                .is(200)
                .json()
                .path("items")
                .forEach(item -> roles.put(
                        item.path("username").asText(), item.path("role").asText()));
        roles.keySet().remove("dee");
        return roles;
    }

    private JsonNode teammate(String username) {
        for (JsonNode item : realm.asAdministrator()
                .get("/workspaces/acme/teammates")
                .is(200)
                .json()
                .path("items")) {
            if (item.path("username").asText().equals(username)) {
                return item;
            }
        }
        throw new AssertionError("No teammate " + username);
    }

    private List<String> permissions(String username) {
        return realm.tokens()
                .password(new Person(null, username), "openid workspace organization:acme")
                .permissions();
    }

    private static String document(String roleOfBob) {
        return Json.write(Map.of(
                "clients",
                Map.of(RosterOff.ROBOT, List.of("roster:check")),
                "workspaces",
                Map.of(
                        "acme",
                        Map.of(
                                "roles",
                                List.of(Map.of(
                                        "name", "Data Steward",
                                        "description", "Keeps the definitions tidy",
                                        "from", "analyst",
                                        "add", List.of("home-dashboard.manage"),
                                        "remove", List.of("charts.export"))),
                                "presets",
                                Map.of("analyst", Map.of("name", "Data Analyst", "remove", List.of("charts.export"))),
                                "teammates",
                                Map.of("ann", "admin", "bob", roleOfBob, "dee", "Data Steward")))));
    }

    /** Roster on, one workspace with four members, and what Roster is to make of them. */
    public static final class Imported extends RosterOn {

        private static final List<String> MEMBERS = List.of("ann", "bob", "cyd", "dee");

        @Override
        public RealmBuilder configure(RealmBuilder realm) {
            super.configure(realm).attribute("roster.import", document("analyst"));
            for (String username : MEMBERS) {
                realm.users(UserBuilder.create(username)
                        .password(username)
                        .name("Given", "Family")
                        .email(username + "@example.com")
                        .emailVerified(true)
                        .enabled(true));
            }
            RealmRepresentation withAcme = realm.build();
            withAcme.setOrganizations(List.of(acme()));
            return RealmBuilder.update(withAcme);
        }

        private static OrganizationRepresentation acme() {
            OrganizationRepresentation acme = new OrganizationRepresentation();
            acme.setName("acme");
            acme.setAlias("acme");
            for (String username : MEMBERS) {
                MemberRepresentation member = new MemberRepresentation();
                member.setUsername(username);
                acme.addMember(member);
            }
            return acme;
        }
    }
}
