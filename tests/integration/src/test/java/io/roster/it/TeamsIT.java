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
import io.roster.testkit.RosterServer;
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** Teams, which are Keycloak's organization groups: changed by Roster or in Keycloak itself, and seen from either side. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("PROJ-2")
class TeamsIT {

    private static final String MANAGE = "roster:manage";

    @InjectRealm(config = AdminProbesIT.WithAdminPermissions.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    private Person boss;
    private Person mate;
    private Workspace acme;
    private Api asBoss;
    private Api asDelegate;
    private Person manager;
    private Api inKeycloak;

    @BeforeEach
    void aWorkspaceAndWhoAdministersIt() {
        RealmEventsConfigRepresentation events = realm.keycloak().getRealmEventsConfig();
        events.setAdminEventsEnabled(true);
        events.setAdminEventsDetailsEnabled(true);
        realm.keycloak().updateRealmEventsConfig(events);
        boss = realm.person();
        mate = realm.person();
        acme = realm.workspace(boss, mate);
        realm.assign(acme, boss, "admin");
        asBoss = realm.as(boss, MANAGE);
        asDelegate = realm.onAdminSurface(realm.tokens().password(realm.delegate(acme, boss, mate), "openid"));
        manager = realm.administrator("realm-admin");
        inKeycloak = realm.onKeycloaksOwn(realm.tokens().password(manager, "openid"));
        realm.keycloak().clearAdminEvents();
    }

    @Test
    @Tag("AUDIT-1")
    void aTeamOfRostersIsAGroupInKeycloakOnBothSurfaces() {
        for (Api caller : List.of(asBoss, asDelegate)) {
            String kind = caller == asBoss ? "person" : "administrator";
            Reply made =
                    caller.post(acme.path("/teams"), Map.of("name", "Editors")).is(201);
            String team = made.json().path("id").asText();
            assertTrue(made.header("Location").endsWith("/teams/" + team), made.header("Location"));
            assertEquals(List.of("Editors"), groups(""));
            assertEquals(made.etag(), caller.get(path(team)).is(200).etag());
            assertLogged(kind, "team.created", "team", team, "null", "{\"name\":\"Editors\"}");

            Reply renamed = caller.ifMatch(made.etag())
                    .put(path(team), Map.of("name", "Writers"))
                    .is(200);
            assertNotEquals(made.etag(), renamed.etag());
            assertEquals(List.of("Writers"), groups(""));
            caller.ifMatch(made.etag())
                    .put(path(team), Map.of("name", "Authors"))
                    .isProblem(412, "stale");
            caller.ifMatch(made.etag()).delete(path(team)).isProblem(412, "stale");
            assertLogged(kind, "team.renamed", "team", team, "{\"name\":\"Editors\"}", "{\"name\":\"Writers\"}");

            caller.put(member(team, mate)).is(204);
            caller.put(member(team, mate)).is(204);
            assertEquals(List.of(mate.username()), inGroup(team));
            assertEquals(List.of(mate.id()), members(caller, team));
            assertEquals(List.of(team), teamsOf(caller, mate));
            assertEquals(List.of(), teamsOf(caller, boss));
            assertLogged(kind, "teammate.team-changed", "teammate", mate.id(), out(team), in(team));
            caller.delete(member(team, mate)).is(204);
            caller.delete(member(team, mate)).is(204);
            assertEquals(List.of(), inGroup(team));
            assertEquals(List.of(), members(caller, team));
            assertEquals(List.of(), teamsOf(caller, mate));
            assertLogged(kind, "teammate.team-changed", "teammate", mate.id(), in(team), out(team));

            caller.put(member(team, mate)).is(204);
            caller.delete(path(team)).is(204);
            assertEquals(List.of(), groups(""));
            caller.get(path(team)).isProblem(404, "not-found");
            assertLogged(kind, "team.deleted", "team", team, "{\"name\":\"Writers\"}", "null");
            assertEquals(
                    List.of(), Json.texts(asBoss.get(acme.path("/teams")).json().path("items")));
        }
        assertEquals(12 + 3, log().size(), "each change once, after three of the workspace's beginning");
        List<String> told = realm.keycloak().getAdminEvents().stream()
                .filter(event -> event.getResourceType().startsWith("ROSTER_"))
                .map(event -> event.getResourceType() + " " + event.getOperationType())
                .sorted()
                .toList();
        assertEquals(12, told.size(), told.toString());
        assertEquals(2, told.stream().filter("ROSTER_TEAM DELETE"::equals).count(), told.toString());
        assertEquals(6, told.stream().filter("ROSTER_TEAMMATE UPDATE"::equals).count(), told.toString());
    }

    @Test
    @Tag("AUDIT-1")
    @Tag("AUDIT-3")
    void whatKeycloakDoesWithAGroupIsSeenAndToldOnceByWhoeverAskedForIt() {
        String team = made("", "Editors");
        assertEquals(List.of("Editors"), names());
        assertByManager("team.created", "team", team, "null", "{\"name\":\"Editors\"}");

        inKeycloak
                .put(
                        group(team),
                        Map.of("name", "Writers", "description", "Who write", "attributes", Map.of("a", List.of("b"))))
                .is(204);
        assertEquals(
                "Writers", asBoss.get(path(team)).is(200).json().path("name").asText());
        assertByManager("team.renamed", "team", team, "{\"name\":\"Editors\"}", "{\"name\":\"Writers\"}");
        long rows = audit();
        inKeycloak
                .put(group(team), Map.of("name", "Writers", "description", "Nothing of ours"))
                .is(204);
        assertEquals(rows, audit());

        inKeycloak.put(group(team) + "/members/" + mate.id()).is(204);
        assertEquals(List.of(mate.id()), members(asBoss, team));
        assertByManager("teammate.team-changed", "teammate", mate.id(), out(team), in(team));
        inKeycloak.delete(group(team) + "/members/" + mate.id()).is(204);
        assertEquals(List.of(), members(asBoss, team));
        assertByManager("teammate.team-changed", "teammate", mate.id(), in(team), out(team));

        inKeycloak.delete(group(team)).is(204);
        assertEquals(List.of(), names());
        assertByManager("team.deleted", "team", team, "{\"name\":\"Writers\"}", "null");
        assertEquals(3 + 5, log().size());
        assertEquals(
                0,
                realm.keycloak().getAdminEvents().stream()
                        .map(AdminEventRepresentation::getResourceType)
                        .filter(type -> type.startsWith("ROSTER_"))
                        .count(),
                "Keycloak's own events are there");
    }

    @Test
    void aGroupBelowATeamIsNoTeamUntilItIsMovedUp() {
        String team = made("", "Editors");
        long rows = audit();
        String below = made("/" + team + "/children", "Juniors");
        inKeycloak.put(group(below) + "/members/" + mate.id()).is(204);
        inKeycloak.put(group(below), Map.of("name", "Apprentices")).is(204);
        assertEquals(List.of("Editors"), names());
        asBoss.get(path(below)).isProblem(404, "not-found");
        asBoss.delete(path(below)).isProblem(404, "not-found");
        asBoss.get(acme.path("/teammates?team=" + below)).isProblem(400, "validation");
        assertEquals(rows, audit());

        inKeycloak
                .post(groupsPath(), Map.of("id", below, "name", "Apprentices"))
                .is(204);
        assertEquals(List.of("Apprentices", "Editors"), names());
        assertEquals(List.of(mate.id()), members(asBoss, below));
        assertByManager("team.created", "team", below, "null", "{\"name\":\"Apprentices\"}");

        inKeycloak
                .post(group(team) + "/children", Map.of("id", below, "name", "Apprentices"))
                .is(204);
        assertEquals(List.of("Editors"), names());
        assertByManager("team.deleted", "team", below, "{\"name\":\"Apprentices\"}", "null");
        assertEquals(rows + 2, audit());
        inKeycloak.delete(group(team)).is(204);
        assertByManager("team.deleted", "team", team, "{\"name\":\"Editors\"}", "null");
        assertEquals(rows + 3, audit());
    }

    @Test
    void joiningAndLeavingShowInTheCountersOfTheNextToken() {
        String team = made("", "Editors");
        TokenReply token = realm.tokens().password(mate, acme.scope());
        List<Long> before = epoch(token);
        inKeycloak.put(group(team) + "/members/" + mate.id()).is(204);
        token = realm.tokens().refresh(token);
        assertEquals(List.of(before.get(0), before.get(1) + 1), epoch(token));
        asBoss.delete(member(team, mate)).is(204);
        token = realm.tokens().refresh(token);
        assertEquals(List.of(before.get(0), before.get(1) + 2), epoch(token));
        asBoss.put(member(team, mate)).is(204);
        inKeycloak.delete(group(team)).is(204);
        token = realm.tokens().refresh(token);
        assertEquals(List.of(before.get(0) + 1, before.get(1) + 3), epoch(token));
    }

    @Test
    @Tag("MATE-1")
    void teammatesAreFilteredByTeamWithEverythingElse() {
        Person ann = realm.person();
        acme.add(ann);
        realm.assign(acme, ann, "analyst");
        String team = made("", "Editors");
        asBoss.put(member(team, mate)).is(204);
        asBoss.put(member(team, ann)).is(204);
        for (Api caller : List.of(asBoss, realm.asAdministrator())) {
            assertEquals(List.of(mate.id(), ann.id()), filtered(caller, "team=" + team + "&sort=joined"));
            assertEquals(List.of(ann.id()), filtered(caller, "team=" + team + "&role=analyst"));
            assertEquals(List.of(ann.id()), filtered(caller, "team=" + team + "&search=" + ann.username()));
            assertEquals(List.of(), filtered(caller, "team=" + team + "&search=" + boss.username()));
            assertEquals(List.of(ann.id()), filtered(caller, "team=" + team + "&sort=-joined&max=1"));
            caller.get(acme.path("/teammates?team=" + UUID.randomUUID())).isProblem(400, "validation");
        }
        acme.remove(ann);
        assertEquals(List.of(mate.id()), members(asBoss, team));
    }

    @Test
    void aNameIsOnceInAWorkspaceAndPagesHaveEveryTeamOnce() {
        made("", "Editors");
        asBoss.post(acme.path("/teams"), Map.of("name", "Editors")).isProblem(409, "duplicate");
        asBoss.post(acme.path("/teams"), Map.of("name", "\uFF25DITORS")).isProblem(409, "duplicate");
        asBoss.post(acme.path("/teams"), Map.of("name", " ")).isProblem(400, "validation");
        String other =
                id(asBoss.post(acme.path("/teams"), Map.of("name", "Anglers")).is(201));
        asBoss.put(path(other), Map.of("name", "editors")).isProblem(409, "duplicate");
        asBoss.put(path(other), Map.of("name", "ANGLERS")).is(200);
        realm.asAdministrator()
                .post(realm.workspace(boss).path("/teams"), Map.of("name", "Editors"))
                .is(201);
        asBoss.post(acme.path("/teams"), Map.of("name", "Zoologists")).is(201);

        JsonNode first = asBoss.get(acme.path("/teams?max=2")).is(200).json();
        JsonNode second = asBoss.get(
                        acme.path("/teams?max=2&after=" + first.path("next").asText()))
                .is(200)
                .json();
        assertEquals(List.of("ANGLERS", "Editors"), first.path("items").findValuesAsText("name"));
        assertEquals(List.of("Zoologists"), second.path("items").findValuesAsText("name"));
        assertTrue(second.path("next").isNull());
    }

    @Test
    @Tag("SCIM-6")
    void nobodyOfAnotherWorkspaceIsPutIntoATeam() {
        Person stranger = realm.person();
        Workspace beta = realm.workspace(stranger);
        String team = made("", "Editors");
        Reply foreign = asBoss.put(member(team, stranger)).isProblem(404, "not-found");
        Reply random = asBoss.put(path(team) + "/members/" + UUID.randomUUID()).isProblem(404, "not-found");
        assertEquals(random.json().path("detail"), foreign.json().path("detail"));
        asBoss.delete(member(team, stranger)).isProblem(404, "not-found");
        assertEquals(List.of(), inGroup(team));
        beta.add(mate);
        asBoss.put(member(team, mate)).is(204);
        assertEquals(List.of(mate.username()), inGroup(team));
    }

    @Test
    void anOrganizationWithTeamsGoesAndALeaverGoesFromTheirTeams() {
        JsonNode before = server.fetch(Rows::count, JsonNode.class);
        Person ann = realm.person();
        Workspace beta = realm.workspace(ann);
        String team = id(realm.asAdministrator()
                .post(beta.path("/teams"), Map.of("name", "Editors"))
                .is(201));
        realm.asAdministrator()
                .put(beta.path("/teams/" + team + "/members/" + ann.id()))
                .is(204);
        beta.remove(ann);
        List<String> actions = realm.asAdministrator()
                .get(beta.path("/audit?max=2"))
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("action");
        assertEquals(List.of("teammate.removed", "teammate.team-changed"), actions);
        beta.add(ann);
        realm.asAdministrator()
                .put(beta.path("/teams/" + team + "/members/" + ann.id()))
                .is(204);
        beta.delete();
        assertEquals(before, server.fetch(Rows::count, JsonNode.class));
    }

    private void assertByManager(String action, String kind, String id, String before, String after) {
        JsonNode entry = assertLogged("administrator", action, kind, id, before, after);
        assertEquals(manager.id(), entry.path("actor").path("id").asText());
        assertEquals("keycloak", entry.path("source").asText());
    }

    private JsonNode assertLogged(String actor, String action, String kind, String id, String before, String after) {
        JsonNode entry = log().get(0);
        assertEquals(action, entry.path("action").asText(), entry.toString());
        assertEquals(actor, entry.path("actor").path("kind").asText());
        assertEquals(kind, entry.path("subject").path("kind").asText());
        assertEquals(id, entry.path("subject").path("id").asText());
        assertEquals(before, entry.path("before").toString());
        assertEquals(after, entry.path("after").toString());
        return entry;
    }

    private List<JsonNode> log() {
        List<JsonNode> entries = new ArrayList<>();
        AuditIT.log(realm.asAdministrator(), acme, "").forEach(entries::add);
        return entries;
    }

    private long audit() {
        return server.fetch(Rows::count, JsonNode.class).path("WS_AUDIT").asLong();
    }

    private static String in(String team) {
        return "{\"team\":\"" + team + "\",\"member\":true}";
    }

    private static String out(String team) {
        return "{\"team\":\"" + team + "\",\"member\":false}";
    }

    private static List<Long> epoch(TokenReply token) {
        JsonNode epoch = token.claim().path("epoch");
        return List.of(epoch.path(0).asLong(), epoch.path(1).asLong());
    }

    private List<String> names() {
        return asBoss.get(acme.path("/teams")).is(200).json().path("items").findValuesAsText("name");
    }

    private List<String> members(Api caller, String team) {
        JsonNode items = caller.get(path(team) + "/members").is(200).json().path("items");
        items.forEach(item -> assertEquals(
                "Given " + item.path("username").asText() + " Family",
                item.path("name").asText()));
        return items.findValuesAsText("id");
    }

    private List<String> teamsOf(Api caller, Person person) {
        return caller.get(acme.path("/teammates/" + person.id() + "/teams"))
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private List<String> filtered(Api caller, String query) {
        return caller.get(acme.path("/teammates?" + query))
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    /** The id of a new group that Keycloak makes at some place below those of the organization. */
    private String made(String below, String name) {
        return id(inKeycloak.post(groupsPath() + below, Map.of("name", name)).is(201));
    }

    private List<String> groups(String below) {
        return inKeycloak.get(groupsPath() + below).is(200).json().findValuesAsText("name");
    }

    private List<String> inGroup(String team) {
        return inKeycloak.get(group(team) + "/members").is(200).json().findValuesAsText("username");
    }

    private String groupsPath() {
        return "/organizations/" + acme.id() + "/groups";
    }

    private String group(String id) {
        return groupsPath() + "/" + id;
    }

    private String path(String team) {
        return acme.path("/teams/" + team);
    }

    private String member(String team, Person person) {
        return path(team) + "/members/" + person.id();
    }

    private static String id(Reply made) {
        return made.json().path("id").asText();
    }
}
