// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** What a realm and its workspaces set. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("REALM-3")
class SettingsIT {

    private static final String MANAGE = "roster:manage";
    private static final Map<String, ?> NOTHING = Map.of();

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    private Api administrator;
    private Api asBoss;
    private Workspace acme;
    private String settings;

    @BeforeEach
    void aWorkspaceWithAnAdmin() {
        administrator = realm.asAdministrator();
        Person boss = realm.person();
        acme = realm.workspace(boss);
        realm.assign(acme, boss, "admin");
        asBoss = realm.as(boss, MANAGE);
        settings = acme.path("/settings");
    }

    @AfterEach
    void theRealmSaysNothing() {
        administrator.put("/settings", NOTHING).is(200);
    }

    @Test
    void whatAWorkspaceDoesntSetIsTheRealmsAndThenRostersOwn() {
        for (Api caller : List.of(asBoss, administrator)) {
            JsonNode usual = caller.get(settings).is(200).json();
            usual.path("own").forEach(value -> assertTrue(value.isNull(), usual.toString()));
            assertEquals(
                    "{\"defaultRole\":\"read-only\",\"invitationLife\":\"P30D\",\"overrides\":true,\"contact\":\"\","
                            + "\"environments\":[\"production\",\"development\"]}",
                    usual.path("effective").toString());
        }
        administrator
                .put("/settings", Map.of("invitationLife", "P7D", "contact", "Ask the realm", "overrides", false))
                .is(200);
        asBoss.put(settings, Map.of("invitationLife", "PT2H", "environments", List.of("production", "staging")))
                .is(200);

        JsonNode effective = asBoss.get(settings).is(200).json().path("effective");

        assertEquals("PT2H", effective.path("invitationLife").asText());
        assertEquals("Ask the realm", effective.path("contact").asText());
        assertEquals(false, effective.path("overrides").asBoolean(true));
        assertEquals(List.of("production", "staging"), Json.texts(effective.path("environments")));
        assertEquals(
                effective.path("contact"),
                asBoss.get(acme.path("/plan")).is(200).json().path("contact"));

        asBoss.put(settings, NOTHING).is(200);
        assertEquals(
                "P7D",
                asBoss.get(settings)
                        .is(200)
                        .json()
                        .path("effective")
                        .path("invitationLife")
                        .asText());
    }

    @Test
    void ofTwoWhoReadTheSameOneComesTooLate() {
        Reply read = asBoss.get(settings).is(200);
        Reply changed = asBoss.ifMatch(read.etag())
                .put(settings, Map.of("overrides", false))
                .is(200);
        administrator.ifMatch(read.etag()).put(settings, NOTHING).isProblem(412, "stale");
        administrator.ifMatch(changed.etag()).put(settings, NOTHING).is(200);
        Reply realms = administrator.get("/settings").is(200);
        administrator
                .ifMatch(realms.etag())
                .put("/settings", Map.of("contact", "x"))
                .is(200);
        administrator.ifMatch(realms.etag()).put("/settings", NOTHING).isProblem(412, "stale");
    }

    @Test
    void whatCantBeSetIsSaid() {
        Map<String, Object> wrong = Map.of(
                "defaultRole", "nobody",
                "invitationLife", "P91D",
                "contact", "x".repeat(501),
                "environments", List.of("development"),
                "overrides", "yes",
                "colour", "red");
        wrong.forEach((field, value) -> {
            for (Api caller : List.of(asBoss, administrator)) {
                Reply refused = caller.put(settings, Map.of(field, value)).isProblem(400, "validation");
                assertEquals(Set.of(field), refused.violatedFields());
            }
            administrator.put("/settings", Map.of(field, value)).isProblem(400, "validation");
        });
        String custom = role();
        administrator.put("/settings", Map.of("defaultRole", custom)).isProblem(400, "validation");
        asBoss.put(settings, Map.of("defaultRole", custom, "contact", "x".repeat(500)))
                .is(200);
        administrator.put("/settings", Map.of("defaultRole", "consumer")).is(200);
    }

    @Test
    void whoeverJoinsHasTheDefaultRoleInTheirFirstToken() {
        String custom = role();
        asBoss.put(settings, Map.of("defaultRole", custom)).is(200);
        administrator.put("/settings", Map.of("defaultRole", "consumer")).is(200);
        Person ann = realm.person();
        Person bob = realm.person();
        acme.add(ann);
        Workspace beta = realm.workspace(bob);
        assertEquals(custom, claimedRole(ann, acme));
        assertEquals("consumer", claimedRole(bob, beta));
        asBoss.put(settings, NOTHING).is(200);
        acme.add(bob);
        assertEquals("consumer", claimedRole(bob, acme));
        assertEquals(custom, claimedRole(ann, acme), "whoever is there keeps what they have");
    }

    /** As somebody who became a member while the provider was away. */
    @Test
    @Tag("REALM-1")
    void whoeverIsTakenInAtSwitchOnHasTheDefaultRole() {
        String custom = role();
        asBoss.put(settings, Map.of("defaultRole", custom)).is(200);
        administrator.put("/settings", Map.of("defaultRole", "consumer")).is(200);
        Person ann = realm.person();
        acme.add(ann);
        Workspace beta = realm.workspace(ann);
        Workspace gamma = realm.workspace(ann);
        administrator
                .put(gamma.path("/settings"), Map.of("defaultRole", "analyst"))
                .is(200);
        String user = ann.id();
        server.run(session -> {
            EntityManager database =
                    session.getProvider(JpaConnectionProvider.class).getEntityManager();
            for (String table : List.of("WS_MEMBER_WORD", "WS_MEMBER")) {
                database.createNativeQuery("delete from " + table + " where USER_ID = :user")
                        .setParameter("user", user)
                        .executeUpdate();
            }
        });

        assertEquals(
                3,
                administrator
                        .post("/enable", Map.of())
                        .is(200)
                        .json()
                        .path("teammates")
                        .asInt());

        assertEquals(custom, role(acme, ann));
        assertEquals("consumer", role(beta, ann));
        assertEquals("analyst", role(gamma, ann));
    }

    @Test
    @Tag("ROLE-5")
    void theDefaultRoleIsInUse() {
        String custom = role();
        asBoss.put(settings, Map.of("defaultRole", custom)).is(200);
        JsonNode used = asBoss.delete(acme.path("/roles/" + custom))
                .isProblem(409, "in-use")
                .json()
                .path("usedBy");
        assertEquals("settings", used.path(0).path("kind").asText());
        asBoss.put(settings, NOTHING).is(200);
        asBoss.delete(acme.path("/roles/" + custom)).is(204);
    }

    @Test
    void theDefaultRoleIsAGift() {
        administrator
                .delete(acme.path("/roles/admin/permissions/user-permissions.change"))
                .is(200);
        administrator
                .delete(acme.path("/roles/admin/permissions/definitions.verify"))
                .is(200);
        Reply refused = asBoss.put(settings, Map.of("defaultRole", "architect")).isProblem(403, "ceiling");
        assertEquals(List.of("definitions.verify"), Json.texts(refused.json().path("missing")));
        asBoss.put(settings, Map.of("defaultRole", "analyst")).is(200);
        administrator.put(settings, Map.of("defaultRole", "architect")).is(200);
        asBoss.put(settings, NOTHING).isProblem(403, "ceiling");
    }

    @Test
    @Tag("REALM-5")
    void aWorkspaceGoesWithItsDefaultRole() {
        JsonNode before = server.fetch(Rows::count, JsonNode.class);
        Workspace beta = realm.workspace();
        String custom = administrator
                .post(beta.path("/roles"), Map.of("name", "Steward", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();
        administrator.put(beta.path("/settings"), Map.of("defaultRole", custom)).is(200);
        assertNotEquals(before, server.fetch(Rows::count, JsonNode.class));

        beta.delete();

        assertEquals(before, server.fetch(Rows::count, JsonNode.class));
    }

    @Test
    @Tag("AUDIT-1")
    void everyChangeIsInTheLog() {
        asBoss.put(settings, Map.of("overrides", false)).is(200);
        JsonNode entry =
                asBoss.get(acme.path("/audit")).is(200).json().path("items").path(0);
        assertEquals("settings.changed", entry.path("action").asText());
        assertEquals("person", entry.path("actor").path("kind").asText());
        assertTrue(entry.path("before").path("overrides").isNull(), entry.toString());
        assertEquals(false, entry.path("after").path("overrides").asBoolean(true));
        administrator.put("/settings", Map.of("contact", "Ask us")).is(200);
        entry = administrator.get("/audit").is(200).json().path("items").path(0);
        assertEquals("settings.changed", entry.path("action").asText());
        assertEquals("Ask us", entry.path("after").path("contact").asText());
    }

    private String role() {
        return asBoss.post(acme.path("/roles"), Map.of("name", "Newcomer", "from", "consumer"))
                .is(201)
                .json()
                .path("key")
                .asText();
    }

    private String role(Workspace workspace, Person person) {
        return administrator
                .get(workspace.path("/teammates/" + person.id()))
                .is(200)
                .json()
                .path("role")
                .asText();
    }

    private String claimedRole(Person person, Workspace workspace) {
        return realm.tokens()
                .password(person, workspace.scope())
                .claim()
                .path("role")
                .asText();
    }
}
