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
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.timeoffset.InjectTimeOffSet;
import org.keycloak.testframework.remote.timeoffset.TimeOffSet;

/** Roles that end, and the ones that follow; and where teammates start. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-5")
class TemporaryRolesIT {

    private static final String MANAGE = "roster:manage";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectTimeOffSet
    TimeOffSet time;

    private final Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 40);
    private Person boss;
    private Person ann;
    private Workspace acme;
    private Api asBoss;

    @BeforeEach
    void aWorkspaceWithAnAdmin() {
        boss = realm.person();
        ann = realm.person();
        acme = realm.workspace(boss, ann);
        realm.assign(acme, boss, "admin");
        asBoss = realm.as(boss, MANAGE);
    }

    @AfterEach
    void now() {
        time.set(Duration.ZERO);
    }

    @Test
    void fromTheEndOnTheOtherRoleCountsEverywhereBeforeAnythingSweeps() {
        JsonNode given = give("analyst", end, "consumer").is(200).json();
        assertEquals("analyst", given.path("role").asText());
        assertEquals(end.toString(), given.path("until").asText());
        assertEquals("consumer", given.path("next").asText());
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertEquals("analyst", token.claim().path("role").asText());
        assertEquals(Presets.ANALYST, token.permissions());
        assertEquals(List.of(ann.id()), listed("analyst"));
        assertEquals(List.of(), listed("consumer"));

        time.set(Duration.ofSeconds(41));

        TokenReply after = realm.tokens().refresh(token);
        assertEquals("consumer", after.claim().path("role").asText());
        assertEquals(
                "consumer",
                realm.as(ann, "roster:self")
                        .get(acme.path("/me"))
                        .is(200)
                        .json()
                        .path("role")
                        .asText());
        JsonNode now = asBoss.get(teammate("")).is(200).json();
        assertEquals("consumer", now.path("role").asText());
        assertEquals("Consumer", now.path("roleName").asText());
        assertTrue(now.path("until").isNull(), now.toString());
        assertTrue(now.path("next").isNull(), now.toString());
        assertEquals(List.of(), listed("analyst"));
        assertEquals(List.of(ann.id()), listed("consumer"));

        give("architect", null, null).is(200);
        List<String> actions = new ArrayList<>();
        asBoss.get(acme.path("/audit?max=2"))
                .is(200)
                .json()
                .path("items")
                .forEach(entry -> actions.add(entry.path("action").asText() + " by "
                        + entry.path("actor").path("kind").asText()));
        assertEquals(List.of("teammate.role-changed by person", "teammate.role-ended by server"), actions);
    }

    @Test
    @Tag("AUDIT-1")
    void theLogTellsOfTheEndAndOfTheRoleThatFollows() {
        give("analyst", end, null).is(200);
        JsonNode entry = asBoss.get(acme.path("/audit?max=1"))
                .is(200)
                .json()
                .path("items")
                .path(0);
        assertEquals("teammate.role-changed", entry.path("action").asText());
        assertEquals(end.toString(), entry.path("after").path("until").asText());
        assertEquals("read-only", entry.path("after").path("next").asText());
    }

    @Test
    void anEndThatMakesNoSenseIsRefused() {
        for (String until : List.of("soon", "2020-01-01T00:00:00Z", "2030-01-01", "")) {
            Reply refused = asBoss.put(teammate("/role"), Map.of("role", "analyst", "until", until));
            refused.isProblem(400, "validation");
            assertTrue(refused.violatedFields().contains("until"), refused.text());
        }
        give("analyst", null, "consumer").isProblem(400, "validation");
        give("analyst", end, "none").isProblem(400, "validation");
        assertEquals("read-only", asBoss.get(teammate("")).json().path("role").asText());
        give("analyst", end, "consumer").is(200);
        assertEquals("analyst", asBoss.get(teammate("")).json().path("role").asText());
    }

    @Test
    @Tag("MATE-2")
    void bothRolesStayBelowTheCeiling() {
        Person lead = realm.person();
        acme.add(lead);
        String key = asBoss.post(
                        acme.path("/roles"),
                        Map.of("name", "Lead", "from", "consumer", "add", List.of("teammates.manage")))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.assign(acme, lead, key);
        Api asLead = realm.as(lead, MANAGE);
        Map<String, String> then = Map.of("role", "consumer", "until", end.toString(), "then", "analyst");
        Map<String, String> first = Map.of("role", "analyst", "until", end.toString(), "then", "consumer");
        for (Map<String, String> body : List.of(then, first)) {
            asLead.put(teammate("/role"), body).isProblem(403, "ceiling");
        }
        asLead.put(teammate("/role"), Map.of("role", "read-only", "until", end.toString(), "then", "consumer"))
                .is(200);
        asBoss.put(teammate("/role"), then).is(200);
        // now they will be an Analyst one day
        asLead.put(teammate("/role"), Map.of("role", "read-only")).isProblem(403, "ceiling");
        asBoss.put(teammate("/role"), Map.of("role", "read-only")).is(200);
    }

    @Test
    @Tag("ROLE-5")
    void aRoleThatFollowsCanNotBeDeleted() {
        String spare = acme.path("/roles/")
                + asBoss.post(acme.path("/roles"), Map.of("name", "Spare", "from", "consumer"))
                        .is(201)
                        .json()
                        .path("key")
                        .asText();
        give("analyst", end, spare.substring(spare.lastIndexOf('/') + 1)).is(200);
        JsonNode usedBy = asBoss.delete(spare).isProblem(409, "in-use").json().path("usedBy");
        assertEquals(List.of(ann.id()), Json.texts(usedBy.path(0).path("first")));
        give("analyst", end, "consumer").is(200);
        asBoss.delete(spare).is(204);
    }

    @Test
    @Tag("PROJ-1")
    @Tag("CLAIM-1")
    void theClaimTellsWhereSomebodyStarts() {
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertEquals("main/production", token.claim().path("env").asText());
        String read = asBoss.get(teammate("")).is(200).etag();

        Reply started = asBoss.ifMatch(read)
                .put(teammate("/start"), Map.of("project", "main", "environment", "development"))
                .is(200);

        assertEquals("main", started.json().path("project").asText());
        assertEquals("development", started.json().path("environment").asText());
        assertNotEquals(read, started.etag());
        TokenReply refreshed = realm.tokens().refresh(token);
        assertEquals("main/development", refreshed.claim().path("env").asText());
        asBoss.ifMatch(read).put(teammate("/start"), Map.of("project", "main")).isProblem(412, "stale");
        asBoss.put(teammate("/start"), Map.of("project", "none")).isProblem(400, "validation");
        asBoss.put(teammate("/start"), Map.of("environment", "Not a key")).isProblem(400, "validation");
        JsonNode back = realm.asAdministrator()
                .put(teammate("/start"), Map.of())
                .is(200)
                .json();
        assertTrue(back.path("project").isNull(), back.toString());
        assertEquals(
                "main/production",
                realm.tokens().refresh(refreshed).claim().path("env").asText());
    }

    private Reply give(String role, Instant until, String then) {
        Map<String, String> body = new HashMap<>(Map.of("role", role));
        if (until != null) {
            body.put("until", until.toString());
        }
        if (then != null) {
            body.put("then", then);
        }
        return asBoss.put(teammate("/role"), body);
    }

    private List<String> listed(String role) {
        List<String> ids = new ArrayList<>();
        asBoss.get(acme.path("/teammates?role=" + role))
                .is(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private String teammate(String below) {
        return acme.path("/teammates/" + ann.id() + below);
    }
}
