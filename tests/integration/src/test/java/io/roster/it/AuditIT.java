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
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.testframework.annotations.InjectAdminClient;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** The log of a workspace and of the realm: one entry for each change of access, and none for what changed nothing. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("AUDIT-1")
class AuditIT {

    static final String LOOPBACK = "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    @InjectAdminClient
    Keycloak administrator;

    private Person boss;
    private Person mate;
    private Workspace acme;
    private Api asBoss;
    private int seen;

    @BeforeEach
    void aWorkspaceWithAnAdmin() {
        boss = realm.person();
        mate = realm.person();
        acme = realm.workspace(boss, mate);
        realm.assign(acme, boss, "admin");
        asBoss = realm.as(boss, "roster:manage");
        seen = 3;
    }

    @Test
    void everyChangeOfARoleIsOneEntryWithAllThatIsKnown() {
        String key = asBoss.post(acme.path("/roles"), Map.of("name", "Steward", "from", "read-only"))
                .is(201)
                .json()
                .path("key")
                .asText();
        JsonNode made = byBoss("role.created", "role", key);
        assertTrue(made.path("before").isNull(), made.toString());
        assertEquals(
                "{\"name\":\"Steward\",\"description\":\"\",\"hidden\":false,\"permissions\":"
                        + Json.write(Presets.READ_ONLY) + "}",
                made.path("after").toString());
        assertEquals("Steward", made.path("subject").path("name").asText());

        asBoss.put(acme.path("/roles/" + key), Map.of("name", "Data Steward", "permissions", Presets.READ_ONLY))
                .is(200);
        JsonNode renamed = byBoss("role.renamed", "role", key);
        assertEquals("Steward", renamed.path("before").path("name").asText());
        assertEquals("Data Steward", renamed.path("after").path("name").asText());

        asBoss.put(acme.path("/roles/" + key + "/permissions/categorization.manage"))
                .is(200);
        JsonNode changed = byBoss("role.changed", "role", key);
        assertEquals(Presets.READ_ONLY, Json.texts(changed.path("before").path("permissions")));
        assertTrue(Json.texts(changed.path("after").path("permissions")).contains("categorization.manage"));

        asBoss.delete(acme.path("/roles/analyst/permissions/charts.run")).is(200);
        byBoss("role.changed", "role", "analyst");
        asBoss.post(acme.path("/roles/analyst/reset"), null).is(200);
        JsonNode reset = byBoss("role.reset", "role", "analyst");
        assertEquals(Presets.ANALYST, Json.texts(reset.path("after").path("permissions")));

        asBoss.delete(acme.path("/roles/" + key)).is(204);
        JsonNode gone = byBoss("role.deleted", "role", key);
        assertTrue(gone.path("after").isNull(), gone.toString());
        assertTrue(gone.path("subject").path("name").isNull(), gone.toString());
    }

    @Test
    void everyChangeOfATeammateIsOneEntryWithAllThatIsKnown() {
        asBoss.put(acme.path("/teammates/" + mate.id() + "/role"), Map.of("role", "analyst"))
                .is(200);
        JsonNode given = byBoss("teammate.role-changed", "teammate", mate.id());
        assertEquals("read-only", given.path("before").path("role").asText());
        assertEquals("analyst", given.path("after").path("role").asText());
        assertEquals("manual", given.path("source").asText());
        assertEquals(
                "Given " + mate.username() + " Family",
                given.path("subject").path("name").asText());

        realm.assign(acme, mate, "consumer");
        assertAdministrator(newest("teammate.role-changed", "teammate", mate.id()), "manual");
    }

    @Test
    void whatKeycloakDoesIsAnEntryOfWhoeverAskedForIt() {
        Person ann = realm.person();
        acme.add(ann);
        JsonNode joined = newest("teammate.joined", "teammate", ann.id());
        assertAdministrator(joined, "keycloak");
        assertEquals("read-only", joined.path("after").path("role").asText());
        acme.remove(ann);
        JsonNode removed = newest("teammate.removed", "teammate", ann.id());
        assertAdministrator(removed, "keycloak");
        assertEquals("read-only", removed.path("before").path("role").asText());

        Person manager = realm.administrator("manage-organizations", "manage-users");
        realm.onKeycloaksOwn(realm.tokens().password(manager, "openid"))
                .post("/organizations/" + acme.id() + "/members", ann.id())
                .is(201);
        JsonNode again = newest("teammate.joined", "teammate", ann.id());
        assertEquals("administrator", again.path("actor").path("kind").asText());
        assertEquals(manager.id(), again.path("actor").path("id").asText());
        assertTrue(again.path("actor").path("realm").isNull(), again.toString());
        assertEquals("app", again.path("client").asText());
    }

    @Test
    void aClientThatIsBoundIsAnEntryInTheWorkspaceAndMayNotReadTheLog() {
        String robot = realm.robot();
        String id = realm.client(robot).toRepresentation().getId();
        Api asRobot = realm.asClient(robot, robot, "roster:manage");
        asRobot.get(acme.path("/audit")).isProblem(404, "not-found");
        realm.bind(robot, acme);
        JsonNode bound = newest("client.bound", "client", id);
        assertAdministrator(bound, "manual");
        assertEquals("{\"client\":\"" + robot + "\"}", bound.path("after").toString());
        asRobot.get(acme.path("/audit")).isProblem(403, "forbidden");
        realm.asAdministrator().put("/bindings/" + robot, Map.of("all", true)).is(200);
        JsonNode byName = newest("client.unbound", "client", id);
        assertEquals("{\"all\":true}", byName.path("after").toString());
        JsonNode toAll = realmLog(realm.asAdministrator()).path(0);
        assertEquals("client.bound", toAll.path("action").asText());
        realm.client(robot).remove();
        JsonNode gone = realmLog(realm.asAdministrator()).path(0);
        assertEquals("client.unbound", gone.path("action").asText());
        assertAdministrator(gone, "keycloak");
    }

    @Test
    void whoeverJoinsOnKeycloaksPagesDidItThemselves() {
        Person ann = realm.person();
        Person bob = realm.person();
        Person cat = realm.person();
        String organization = acme.id();
        String known = ann.id();
        String unknown = bob.id();
        String nobody = cat.id();
        server.run(session -> InServer.joinWhileSigningIn(session, organization, known, true));
        server.run(session -> InServer.joinWhileSigningIn(session, organization, unknown, false));
        server.run(session -> InServer.join(session, organization, nobody));

        JsonNode entries = log(realm.asAdministrator(), acme, "?max=3");
        assertEquals("server", entries.path(0).path("actor").path("kind").asText());
        assertTrue(entries.path(0).path("actor").path("id").isNull(), entries.toString());
        for (int i = 1; i <= 2; i++) {
            assertEquals("person", entries.path(i).path("actor").path("kind").asText());
            assertEquals(
                    entries.path(i).path("subject").path("id"),
                    entries.path(i).path("actor").path("id"));
            assertEquals("app", entries.path(i).path("client").asText());
            assertEquals("keycloak", entries.path(i).path("source").asText());
        }
    }

    @Test
    void whatIsRefusedOrChangesNothingLeavesNoEntry() {
        Person lead = realm.person();
        acme.add(lead);
        String key = asBoss.post(
                        acme.path("/roles"),
                        Map.of("name", "Lead", "from", "read-only", "add", List.of("teammates.manage")))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.assign(acme, lead, key);
        Api asLead = realm.as(lead, "roster:manage");
        String path = acme.path("/teammates/" + mate.id() + "/role");
        long before = rows();

        realm.as(mate, "roster:manage").put(path, Map.of("role", "analyst")).isProblem(403, "forbidden");
        asLead.put(path, Map.of("role", "admin")).isProblem(403, "ceiling");
        asBoss.ifMatch("\"old\"").put(path, Map.of("role", "analyst")).isProblem(412, "stale");
        asBoss.put(path, Map.of("role", "nothing")).isProblem(400, "validation");
        asBoss.put(path, Map.of("role", "read-only")).is(200);
        asBoss.post(acme.path("/roles/analyst/reset"), null).is(200);
        assertEquals(before, rows());

        asBoss.put(path, Map.of("role", "analyst")).is(200);
        assertEquals(before + 1, rows());
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        Person ann = realm.person();
        String organization = acme.id();
        String user = ann.id();
        long before = rows();
        server.run(session -> {
            InServer.join(session, organization, user);
            session.getTransactionManager().setRollbackOnly();
        });
        assertEquals(before, rows());
        server.run(session -> InServer.join(session, organization, user));
        assertEquals(before + 1, rows());
    }

    @Test
    void switchingIsTheRealmsAndNoWorkspaces() {
        JsonNode before = realmLog(realm.asAdministrator());
        JsonNode first = before.path(before.size() - 1);
        assertEquals("roster.switched-on", first.path("action").asText());
        assertAdministrator(first, "keycloak");

        Person owner = realm.administrator("manage-realm");
        Api asOwner = realm.onAdminSurface(realm.tokens().password(owner, "openid"));
        asOwner.post("/disable", null).is(200);
        try {
            JsonNode off = realmLog(asOwner).path(0);
            assertEquals("roster.switched-off", off.path("action").asText());
            assertEquals(owner.id(), off.path("actor").path("id").asText());
            assertEquals("{\"enabled\":true}", off.path("before").toString());
            assertEquals("{\"enabled\":false}", off.path("after").toString());
        } finally {
            asOwner.post("/enable", Map.of()).is(200);
        }
        asOwner.post("/enable", Map.of()).is(200);
        JsonNode after = realmLog(asOwner);
        assertEquals("roster.switched-on", after.path(0).path("action").asText());
        assertEquals(before.size() + 2, after.size());
        assertNotEquals(
                "roster.switched-on",
                log(asBoss, acme, "").path(0).path("action").asText());

        Person viewer = realm.administrator("view-organizations");
        realm.onAdminSurface(realm.tokens().password(viewer, "openid"))
                .get("/audit")
                .isProblem(403, "forbidden");
        asBoss.get("/audit").isProblem(404, "not-found");
    }

    /** The one new entry, which has to be this change by boss, with the token of the app, from this machine. */
    private JsonNode byBoss(String action, String kind, String id) {
        JsonNode entry = newest(action, kind, id);
        assertEquals("person", entry.path("actor").path("kind").asText());
        assertEquals(boss.id(), entry.path("actor").path("id").asText());
        assertEquals("app", entry.path("client").asText());
        assertEquals("manual", entry.path("source").asText());
        assertTrue(entry.path("address").asText().matches(LOOPBACK), entry.toString());
        return entry;
    }

    /** It was done by the administrator who made the realm, and who is of another one. */
    private void assertAdministrator(JsonNode entry, String source) {
        JsonNode token = Json.payload(administrator.tokenManager().getAccessTokenString());
        assertEquals("administrator", entry.path("actor").path("kind").asText());
        assertEquals(token.path("sub").asText(), entry.path("actor").path("id").asText());
        assertEquals(
                administrator.realm("master").toRepresentation().getId(),
                entry.path("actor").path("realm").asText());
        assertEquals(token.path("azp").asText(), entry.path("client").asText());
        assertTrue(entry.path("address").asText().matches(LOOPBACK), entry.toString());
        assertEquals(source, entry.path("source").asText());
    }

    /** The one entry that came since the last look. */
    private JsonNode newest(String action, String kind, String id) {
        JsonNode entries = log(realm.asAdministrator(), acme, "");
        seen = seen + 1;
        assertEquals(seen, entries.size(), entries.toString());
        JsonNode entry = entries.path(0);
        assertEquals(action, entry.path("action").asText(), entries.toString());
        assertEquals(kind, entry.path("subject").path("kind").asText());
        assertEquals(id, entry.path("subject").path("id").asText());
        assertTrue(entry.path("time").asText().endsWith("Z"), entry.toString());
        return entry;
    }

    static JsonNode log(Api caller, Workspace workspace, String query) {
        return caller.get(workspace.path("/audit" + query)).is(200).json().path("items");
    }

    private static JsonNode realmLog(Api caller) {
        return caller.get("/audit").is(200).json().path("items");
    }

    private long rows() {
        return server.fetch(Rows::count, JsonNode.class).path("WS_AUDIT").asLong();
    }
}
