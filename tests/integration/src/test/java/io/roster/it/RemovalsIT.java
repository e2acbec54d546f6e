// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testframework.annotations.InjectAdminClient;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/**
 * Every way out of Keycloak takes along what Roster knows. Each test compares tables of ours before and after; all of
 * them, where an organization or a realm goes. Of a user who goes the log keeps the id, which is shown here too.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("REALM-5")
class RemovalsIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    @InjectAdminClient
    Keycloak administrator;

    @Test
    void aDeletedUserLeavesEveryWorkspace() {
        Person boss = realm.person();
        realm.workspace(boss);
        realm.workspace(boss);
        Person ann = realm.person();
        JsonNode before = members();
        realm.workspace(ann);
        realm.workspace(ann);
        assertNotEquals(before, members());

        realm.keycloak().users().delete(ann.id()).close();

        assertEquals(before, members());
    }

    @Test
    @Tag("AUDIT-1")
    void aDeletedUserLeavesTheirIdInTheLogAndNothingElse() {
        Person ann = realm.person();
        Person bob = realm.person();
        Person boss = realm.person();
        Workspace acme = realm.workspace(ann, bob, boss);
        realm.assign(acme, ann, "admin");
        realm.assign(acme, boss, "admin");
        realm.as(ann, "roster:manage")
                .put(acme.path("/teammates/" + bob.id() + "/role"), Map.of("role", "analyst"))
                .is(200);
        realm.as(ann, "roster:manage")
                .post(
                        acme.path("/teammates/" + bob.id() + "/overrides"),
                        Map.of("effect", "deny", "permission", "charts.run"))
                .is(201);
        assertTrue(mentions(ann.id()).has("WS_OVERRIDE"));
        JsonNode given = log(acme).path(0);
        assertEquals(ann.id(), given.path("actor").path("id").asText());
        assertEquals(
                "Given " + ann.username() + " Family",
                given.path("actor").path("name").asText());
        assertFalse(given.path("address").isNull(), given.toString());
        assertTrue(mentions(ann.username()).has("WS_MEMBER"));
        assertTrue(mentions(ann.username()).has("WS_MEMBER_WORD"));

        realm.keycloak().users().delete(ann.id()).close();

        JsonNode entries = log(acme);
        assertEquals("teammate.removed", entries.path(0).path("action").asText());
        assertEquals(ann.id(), entries.path(0).path("subject").path("id").asText());
        assertTrue(entries.path(0).path("subject").path("name").isNull(), entries.toString());
        JsonNode stays = entries.path(1);
        assertEquals(given.path("id"), stays.path("id"));
        assertEquals(ann.id(), stays.path("actor").path("id").asText());
        assertTrue(stays.path("actor").path("name").isNull(), stays.toString());
        assertTrue(stays.path("address").isNull(), stays.toString());
        assertEquals(0, mentions(ann.username()).size(), "no table has the name, or the address with it");
        assertEquals(
                5,
                mentions(ann.id()).path("WS_AUDIT").asInt(),
                "joined, given a role, gave one, denied something, removed");
        assertEquals(1, mentions(ann.id()).size());
    }

    @Test
    void aRemovedMemberLeavesTheWorkspaceAndKeepsTheOthers() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        JsonNode before = members();
        Workspace beta = realm.workspace(ann);
        fill(beta, ann);
        assertNotEquals(before, members());

        beta.remove(ann);

        assertEquals(before, members());
        realm.asAdministrator().get(acme.path("/teammates/" + ann.id())).is(200);
        realm.asAdministrator().get(beta.path("/teammates/" + ann.id())).is(404);
    }

    @Test
    @Tag("PROJ-3")
    void aTeammateWhoLeavesTakesTheirGrantsAlongAndATeamThatGoesItsOwn() {
        Person ann = realm.person();
        Person bob = realm.person();
        Workspace acme = realm.workspace(ann, bob);
        fill(acme, bob);
        long before = grants();
        realm.asAdministrator()
                .post(acme.path("/projects/web/grants"), Map.of("teammate", ann.id()))
                .is(201);
        assertEquals(before + 1, grants());
        acme.remove(ann);
        assertEquals(before, grants());

        String team = realm.asAdministrator()
                .get(acme.path("/teams"))
                .is(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        realm.onKeycloaksOwn(realm.tokens().password(realm.administrator("realm-admin"), "openid"))
                .delete("/organizations/" + acme.id() + "/groups/" + team)
                .is(204);
        assertEquals(before - 1, grants());
        assertEquals(
                List.of("team.deleted", "grant.removed"),
                List.of(
                        log(acme).path(0).path("action").asText(),
                        log(acme).path(1).path("action").asText()));
    }

    @Test
    void aMemberWhomKeycloakWouldManageKeepsTheAccountWhenLeaving() {
        Person ann = realm.person();
        Workspace acme = realm.workspace();
        JsonNode before = members();
        String organization = acme.id();
        String user = ann.id();
        server.run(session -> {
            OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
            UserModel member = session.users().getUserById(session.getContext().getRealm(), user);
            organizations.addManagedMember(organizations.getById(organization), member);
        });
        realm.asAdministrator().get(acme.path("/teammates/" + ann.id())).is(200);

        acme.remove(ann);

        assertEquals(before, members());
        assertEquals(
                ann.username(),
                realm.keycloak().users().get(ann.id()).toRepresentation().getUsername());
    }

    @Test
    void aDeletedOrganizationTakesItsRolesEditsAndTeammatesAlong() {
        JsonNode before = server.fetch(Rows::count, JsonNode.class);
        Person boss = realm.person();
        Person ann = realm.person();
        Workspace acme = realm.workspace(boss, ann);
        fill(acme, ann);
        JsonNode full = server.fetch(Rows::count, JsonNode.class);
        for (String table : List.of(
                "WS_ROLE",
                "WS_PRESET_EDIT",
                "WS_MEMBER",
                "WS_MEMBER_WORD",
                "WS_PROJECT",
                "WS_ENVIRONMENT",
                "WS_GRANT",
                "WS_OVERRIDE",
                "WS_WORKSPACE",
                "WS_AUDIT")) {
            assertNotEquals(before.path(table), full.path(table), table);
        }

        acme.delete();

        assertEquals(before, server.fetch(Rows::count, JsonNode.class));
    }

    @Test
    void aDeletedOrganizationLeavesTheBindingsOfClients() {
        JsonNode before = bindings();
        String robot = realm.robot();
        Workspace acme = realm.workspace();
        Workspace beta = realm.workspace();
        realm.bind(robot, acme, beta);
        assertNotEquals(before, bindings());

        acme.delete();

        assertEquals(
                List.of(beta.alias()),
                Json.texts(realm.asAdministrator()
                        .get("/bindings/" + robot)
                        .is(200)
                        .json()
                        .path("workspaces")));
        beta.delete();
        realm.asAdministrator().get("/bindings/" + robot).is(404);
        assertEquals(before, bindings());
    }

    @Test
    void aDeletedClientTakesItsBindingAlong() {
        JsonNode before = bindings();
        String robot = realm.robot();
        String feed = realm.robot();
        Workspace acme = realm.workspace();
        realm.bind(robot, acme, realm.workspace());
        realm.asAdministrator().put("/bindings/" + feed, Map.of("all", true)).is(201);
        assertNotEquals(before, bindings());

        realm.client(robot).remove();

        realm.asAdministrator().get("/bindings/" + feed).is(200);
        realm.client(feed).remove();
        assertEquals(before, bindings());
    }

    @Test
    void aDeletedRealmTakesEverythingAlong() {
        JsonNode before = server.fetch(Rows::count, JsonNode.class);
        RealmRepresentation other = new RealmRepresentation();
        other.setRealm("short-lived");
        other.setEnabled(true);
        other.setOrganizationsEnabled(true);
        other.setAttributes(Map.of("roster.enabled", "true"));
        administrator.realms().create(other);
        TestRealm fleeting = realm.sibling("short-lived");
        Person ann = fleeting.person();
        Workspace acme = fleeting.workspace(ann);
        fill(fleeting, acme, ann);
        fleeting.bind(fleeting.robot(), acme);
        fleeting.asAdministrator()
                .put("/plans/starter", Map.of("name", "Starter", "entitlements", List.of()))
                .is(201);
        JsonNode full = server.fetch(Rows::count, JsonNode.class);
        for (String table : List.of(
                "WS_REALM",
                "WS_PERMISSION",
                "WS_PRESET",
                "WS_ROLE",
                "WS_MEMBER",
                "WS_MEMBER_WORD",
                "WS_PROJECT",
                "WS_ENVIRONMENT",
                "WS_GRANT",
                "WS_OVERRIDE",
                "WS_WORKSPACE",
                "WS_CLIENT_BINDING",
                "WS_PLAN",
                "WS_AUDIT")) {
            assertNotEquals(before.path(table), full.path(table), table);
        }

        administrator.realm("short-lived").remove();

        assertEquals(before, server.fetch(Rows::count, JsonNode.class));
    }

    private void fill(Workspace workspace, Person teammate) {
        fill(realm, workspace, teammate);
    }

    /** A custom role that somebody will have and that is the default, an override of theirs, an edited preset, a team, and a project with grants. */
    private static void fill(TestRealm realm, Workspace workspace, Person teammate) {
        String role = realm.asAdministrator()
                .post(workspace.path("/roles"), Map.of("name", "Steward", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();
        String path = workspace.path("/teammates/" + teammate.id());
        realm.asAdministrator()
                .put(path + "/role", Map.of("role", "consumer", "until", "2999-01-01T00:00:00Z", "then", role))
                .is(200);
        realm.asAdministrator()
                .post(path + "/overrides", Map.of("effect", "deny", "permission", "charts.run"))
                .is(201);
        realm.asAdministrator()
                .put(workspace.path("/settings"), Map.of("defaultRole", role))
                .is(200);
        realm.asAdministrator()
                .delete(workspace.path("/roles/analyst/permissions/charts.export"))
                .is(200);
        String team = realm.asAdministrator()
                .post(workspace.path("/teams"), Map.of("name", "Editors"))
                .is(201)
                .json()
                .path("id")
                .asText();
        realm.asAdministrator()
                .put(workspace.path("/teams/" + team + "/members/" + teammate.id()))
                .is(204);
        realm.asAdministrator()
                .post(workspace.path("/projects"), Map.of("key", "web", "name", "Web"))
                .is(201);
        String grants = workspace.path("/projects/web/grants");
        realm.asAdministrator().post(grants, Map.of("team", team, "role", role)).is(201);
        realm.asAdministrator().post(grants, Map.of("teammate", teammate.id())).is(201);
    }

    private long grants() {
        return server.fetch(Rows::count, JsonNode.class).path("WS_GRANT").asLong();
    }

    private JsonNode bindings() {
        return server.fetch(Rows::count, JsonNode.class).path("WS_CLIENT_BINDING");
    }

    private JsonNode log(Workspace workspace) {
        return realm.asAdministrator()
                .get(workspace.path("/audit"))
                .is(200)
                .json()
                .path("items");
    }

    private JsonNode mentions(String text) {
        return server.fetch(session -> Rows.mentions(session, text), JsonNode.class);
    }

    /** Teammates, what they have, and the words of searches, which are of names and addresses. */
    private JsonNode members() {
        return ((ObjectNode) server.fetch(Rows::count, JsonNode.class))
                .retain("WS_MEMBER", "WS_MEMBER_WORD", "WS_OVERRIDE");
    }
}
