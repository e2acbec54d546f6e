// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testframework.annotations.InjectAdminClient;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** What is changed through Roster stands among Keycloak's own admin events. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("AUDIT-3")
class AdminEventsIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectAdminClient
    Keycloak administrator;

    private Person boss;
    private Person mate;
    private Workspace acme;

    @BeforeEach
    void aWorkspaceAndARealmThatKeepsEvents() {
        RealmEventsConfigRepresentation events = realm.keycloak().getRealmEventsConfig();
        events.setAdminEventsEnabled(true);
        events.setAdminEventsDetailsEnabled(true);
        realm.keycloak().updateRealmEventsConfig(events);
        boss = realm.person();
        mate = realm.person();
        acme = realm.workspace(boss, mate);
        realm.assign(acme, boss, "admin");
        realm.keycloak().clearAdminEvents();
    }

    @Test
    void aRoleThatAWorkspaceAdminChangesIsAnEventWithBeforeAndAfter() {
        realm.as(mate, "roster:manage")
                .delete(acme.path("/roles/analyst/permissions/charts.run"))
                .is(403);
        assertEquals(List.of(), ours());

        realm.as(boss, "roster:manage")
                .delete(acme.path("/roles/analyst/permissions/charts.run"))
                .is(200);

        AdminEventRepresentation event = ours().get(0);
        assertEquals(1, ours().size());
        assertEquals("ROSTER_ROLE", event.getResourceType());
        assertEquals("UPDATE", event.getOperationType());
        assertEquals("organizations/" + acme.id() + "/roles/analyst", event.getResourcePath());
        assertEquals(boss.id(), event.getAuthDetails().getUserId());
        JsonNode content = Json.read(event.getRepresentation());
        assertEquals(Presets.ANALYST, Json.texts(content.path("before").path("permissions")));
        assertEquals(
                Presets.ANALYST.size() - 1,
                content.path("after").path("permissions").size());
    }

    @Test
    void aRoleThatAnAdministratorGivesIsOneToo() {
        realm.assign(acme, mate, "consumer");
        realm.assign(acme, mate, "consumer");

        List<AdminEventRepresentation> events = ours();
        assertEquals(1, events.size(), "the second call changed nothing");
        assertEquals("ROSTER_TEAMMATE", events.get(0).getResourceType());
        assertEquals(
                "organizations/" + acme.id() + "/teammates/" + mate.id(),
                events.get(0).getResourcePath());
        JsonNode content = Json.read(events.get(0).getRepresentation());
        assertEquals("read-only", content.path("before").path("role").asText());
        assertEquals("consumer", content.path("after").path("role").asText());
        assertEquals("manual", content.path("source").asText());
    }

    @Test
    @Tag("MATE-3")
    void suspendingReactivatingAndRemovingSomebodyAreEventsOfWhoDidIt() {
        Api asBoss = realm.as(boss, "roster:manage");
        String teammate = acme.path("/teammates/" + mate.id());
        asBoss.post(teammate + "/suspend", null).is(200);
        asBoss.post(teammate + "/suspend", null).is(200);
        asBoss.post(teammate + "/reactivate", null).is(200);
        asBoss.delete(teammate).is(204);

        List<AdminEventRepresentation> events = ours();
        assertEquals(
                List.of("DELETE", "UPDATE", "UPDATE"),
                events.stream()
                        .map(AdminEventRepresentation::getOperationType)
                        .sorted()
                        .toList());
        for (AdminEventRepresentation event : events) {
            assertEquals("ROSTER_TEAMMATE", event.getResourceType());
            assertEquals("organizations/" + acme.id() + "/teammates/" + mate.id(), event.getResourcePath());
            assertEquals(boss.id(), event.getAuthDetails().getUserId());
        }
        assertEquals(
                Set.of("teammate.suspended active suspended", "teammate.reactivated suspended active", "  "),
                events.stream()
                        .map(event -> Json.read(event.getRepresentation()))
                        .map(content -> content.path("action").asText() + " "
                                + content.path("before").path("status").asText() + " "
                                + content.path("after").path("status").asText())
                        .collect(Collectors.toSet()));
    }

    @Test
    @Tag("MATE-3")
    void endingSessionsIsOneAndEndingNoneIsNone() {
        realm.tokens().password(mate, acme.scope()).bearer();
        String sessions = acme.path("/teammates/" + mate.id() + "/sessions");
        realm.as(boss, "roster:manage").delete(sessions).is(204);
        realm.as(boss, "roster:manage").delete(sessions).is(204);

        List<AdminEventRepresentation> events = ours();
        assertEquals(1, events.size());
        assertEquals("ROSTER_TEAMMATE", events.get(0).getResourceType());
        assertEquals(
                "organizations/" + acme.id() + "/teammates/" + mate.id(),
                events.get(0).getResourcePath());
        assertEquals(boss.id(), events.get(0).getAuthDetails().getUserId());
        JsonNode content = Json.read(events.get(0).getRepresentation());
        assertEquals("teammate.sessions-ended", content.path("action").asText());
        assertEquals(1, content.path("before").path("sessions").asInt());
        assertEquals(0, content.path("after").path("sessions").asInt());
    }

    @Test
    void makingAndDeletingARoleAreEvents() {
        String key = realm.as(boss, "roster:manage")
                .post(acme.path("/roles"), Map.of("name", "Steward", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.as(boss, "roster:manage").delete(acme.path("/roles/" + key)).is(204);
        assertEquals(
                List.of("CREATE", "DELETE"),
                ours().stream()
                        .map(AdminEventRepresentation::getOperationType)
                        .sorted()
                        .toList());
    }

    @Test
    void aClientThatIsBoundAndUnboundIsOne() {
        String robot = realm.robot();
        realm.keycloak().clearAdminEvents();
        realm.bind(robot, acme);
        realm.bind(robot, acme);
        realm.asAdministrator().put("/bindings/" + robot, Map.of("all", true)).is(200);
        realm.asAdministrator().delete("/bindings/" + robot).is(204);
        realm.asAdministrator().delete("/bindings/" + robot).is(404);

        String path = "clients/" + realm.client(robot).toRepresentation().getId() + "/binding";
        Map<String, JsonNode> contents = new HashMap<>();
        for (AdminEventRepresentation event : ours()) {
            assertEquals("ROSTER_BINDING", event.getResourceType());
            assertEquals(path, event.getResourcePath());
            contents.put(event.getOperationType(), Json.read(event.getRepresentation()));
        }
        assertEquals(3, ours().size(), "the second call changed nothing, the last was refused");
        String listed = "{\"workspaces\":[\"" + acme.alias() + "\"]}";
        String client = "{\"clientId\":\"" + robot + "\",";
        assertEquals(
                Map.of(
                        "CREATE", Json.read(client + "\"after\":" + listed + "}"),
                        "UPDATE", Json.read(client + "\"before\":" + listed + ",\"after\":{\"all\":true}}"),
                        "DELETE", Json.read(client + "\"before\":{\"all\":true}}")),
                contents);
    }

    @Test
    void whatKeycloakDoesHasItsOwnEventAndNoneOfOurs() {
        Person ann = realm.person();
        realm.keycloak().clearAdminEvents();
        acme.add(ann);
        acme.remove(ann);
        assertEquals(
                List.of("ORGANIZATION_MEMBERSHIP", "ORGANIZATION_MEMBERSHIP"),
                realm.keycloak().getAdminEvents().stream()
                        .map(AdminEventRepresentation::getResourceType)
                        .toList());
        assertEquals(
                List.of("teammate.removed", "teammate.joined"),
                realm.asAdministrator()
                        .get(acme.path("/audit?max=2"))
                        .is(200)
                        .json()
                        .path("items")
                        .findValuesAsText("action"));
    }

    @Test
    void membersWhoWereThereBeforeAreSaidToBeAdopted() {
        RealmRepresentation other = new RealmRepresentation();
        other.setRealm("adopting");
        other.setEnabled(true);
        other.setOrganizationsEnabled(true);
        other.setAdminEventsEnabled(true);
        other.setAdminEventsDetailsEnabled(true);
        administrator.realms().create(other);
        TestRealm adopting = realm.sibling("adopting");
        adopting.workspace(adopting.person(), adopting.person());
        adopting.keycloak().clearAdminEvents();

        adopting.asAdministrator().post("/enable", null).is(200);

        List<AdminEventRepresentation> events = ours(adopting);
        assertEquals(
                List.of("ACTION roster/teammates", "UPDATE roster"),
                events.stream()
                        .map(event -> event.getOperationType() + " " + event.getResourcePath())
                        .sorted()
                        .toList());
        assertEquals(
                List.of("{\"adopted\":2}", "{\"enabled\":true}"),
                events.stream()
                        .map(AdminEventRepresentation::getRepresentation)
                        .sorted()
                        .toList());
        administrator.realm("adopting").remove();
    }

    private List<AdminEventRepresentation> ours() {
        return ours(realm);
    }

    private static List<AdminEventRepresentation> ours(TestRealm realm) {
        return realm.keycloak().getAdminEvents().stream()
                .filter(event -> event.getResourceType().startsWith("ROSTER_"))
                .toList();
    }
}
