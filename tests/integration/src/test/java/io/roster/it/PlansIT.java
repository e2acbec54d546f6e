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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** A realm sells plans, and workspaces have what theirs unlocks. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("PLAN-1")
class PlansIT {

    private static final String MANAGE = "roster:manage";
    private static final String REPLAYS = "session-replays.view";
    private static final List<String> ALL = List.of("audit-log", "custom-roles", "scim", "session-replay", "sso");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Api administrator;
    private Person boss;
    private Person mate;
    private Workspace acme;
    private String key;

    @BeforeEach
    void aWorkspaceAndAPlanToMake() {
        administrator = realm.asAdministrator();
        boss = realm.person();
        mate = realm.person();
        acme = realm.workspace(boss, mate);
        realm.assign(acme, boss, "admin");
        key = "plan-" + NUMBERS.incrementAndGet();
    }

    @Test
    void aPlanIsMadeReadChangedAndDeleted() {
        administrator.get(plan(key)).isProblem(404, "not-found");
        Reply made = administrator
                .put(plan(key), named("Starter", "sso", "audit-log"))
                .is(201);
        assertTrue(made.header("Location").endsWith("/roster/v1" + plan(key)), made.header("Location"));
        assertEquals(List.of("audit-log", "sso"), Json.texts(made.json().path("entitlements")));
        assertFalse(made.json().path("byDefault").asBoolean(true));
        Reply read = administrator.get(plan(key)).is(200);
        assertEquals(made.json(), read.json());
        assertEquals(made.etag(), read.etag());

        Reply changed = administrator
                .ifMatch(read.etag())
                .put(plan(key), named("Small"))
                .is(200);
        administrator.ifMatch(read.etag()).put(plan(key), named("Smaller")).isProblem(412, "stale");
        administrator.ifMatch(read.etag()).delete(plan(key)).isProblem(412, "stale");
        administrator.ifMatch(changed.etag()).delete(plan(key)).is(204);
        administrator.get(plan(key)).isProblem(404, "not-found");
        administrator.delete(plan(key)).isProblem(404, "not-found");
    }

    @Test
    void everythingIsThereOnTopOfTheListAndStaysAsItIs() {
        for (String suffix : List.of("c", "a", "b")) {
            administrator.put(plan(key + suffix), named("Starter")).is(201);
        }
        JsonNode first = administrator.get("/plans?max=1").is(200).json();
        JsonNode everything = first.path("items").path(0);
        assertEquals("everything", everything.path("key").asText());
        assertEquals(ALL, Json.texts(everything.path("entitlements")));
        List<String> seen = new java.util.ArrayList<>();
        String after = "";
        do {
            JsonNode page = administrator.get("/plans?max=2" + after).is(200).json();
            page.path("items").forEach(item -> seen.add(item.path("key").asText()));
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        } while (after != null);
        assertEquals(Set.copyOf(seen).size(), seen.size(), seen.toString());
        assertTrue(Collections.indexOfSubList(seen, List.of(key + "a", key + "b", key + "c")) > 0, seen.toString());

        administrator.put(plan("everything"), named("Everything", "sso")).isProblem(400, "validation");
        administrator.delete(plan("everything")).isProblem(400, "validation");
        administrator.delete(plan(key + "a")).is(204);
    }

    @Test
    void whatCantBeSoldIsSaid() {
        Reply unknown = administrator
                .put(plan(key), named("Starter", "sso", "single-sign-on"))
                .isProblem(400, "validation");
        assertEquals(Set.of("entitlements"), unknown.violatedFields());
        for (String known : ALL) {
            assertTrue(unknown.json().path("detail").asText().contains(known), unknown.text());
        }
        for (Object body : List.of(
                Map.of(),
                Map.of("name", "Starter"),
                Map.of("entitlements", List.of()),
                named(""),
                named("x".repeat(65)),
                Map.of("name", "Starter", "entitlements", "sso"),
                "{\"name\": \"Starter\", \"entitlements\": [null]}",
                Map.of("name", "Starter", "entitlements", List.of(), "price", 3),
                "null")) {
            administrator.put(plan(key), body).isProblem(400, "validation");
        }
        for (String path : List.of("Starter", "a%20b", "x".repeat(37), "%00")) {
            administrator.put(plan(path), named("Starter")).isProblem(400, "validation");
            administrator.get(plan(path)).isProblem(404, "not-found");
        }
        administrator.put(acme.path("/plan"), Map.of("plan", "nope")).isProblem(400, "validation");
        administrator.put(acme.path("/plan"), Map.of("plans", key)).isProblem(400, "validation");
        administrator.put(plan(key), named("Starter")).is(201);
        administrator.put(acme.path("/plan"), Map.of("plan", key)).is(200);
    }

    @Test
    void aWorkspacesPlanIsGivenByTheRealmAndReadByItsPeople() {
        String robot = realm.robot();
        realm.bind(robot, acme);
        administrator.put(plan(key), named("Starter", "sso")).is(201);
        Reply before = administrator.get(acme.path("/plan")).is(200);
        assertEquals("everything", before.json().path("plan").asText());
        assertFalse(before.json().path("own").asBoolean(true));

        Reply given = administrator
                .ifMatch(before.etag())
                .put(acme.path("/plan"), Map.of("plan", key))
                .is(200);

        assertTrue(given.json().path("own").asBoolean());
        administrator
                .ifMatch(before.etag())
                .put(acme.path("/plan"), Map.of("plan", "everything"))
                .isProblem(412, "stale");
        administrator.put(acme.path("/settings"), Map.of("contact", "Ask us")).is(200);
        for (Api inside :
                List.of(realm.as(boss, MANAGE), realm.as(mate, MANAGE), realm.asClient(robot, robot, MANAGE))) {
            JsonNode read = inside.get(acme.path("/plan")).is(200).json();
            assertEquals("Starter", read.path("name").asText());
            assertEquals(List.of("sso"), Json.texts(read.path("entitlements")));
            assertEquals("Ask us", read.path("contact").asText());
        }
        realm.as(realm.person(), MANAGE).get(acme.path("/plan")).isProblem(404, "not-found");
        assertEquals(
                "everything",
                administrator
                        .put(acme.path("/plan"), Collections.singletonMap("plan", null))
                        .is(200)
                        .json()
                        .path("plan")
                        .asText());
    }

    @Test
    void aPlanThatAWorkspaceHasIsNotDeleted() {
        administrator
                .put(plan(key), named("Starter", ALL.toArray(String[]::new)))
                .is(201);
        administrator.put(acme.path("/plan"), Map.of("plan", key)).is(200);
        JsonNode used =
                administrator.delete(plan(key)).isProblem(409, "in-use").json().path("usedBy");
        assertEquals("workspaces", used.path(0).path("kind").asText());
        assertEquals(List.of(acme.id()), Json.texts(used.path(0).path("first")));
        acme.delete();
        assertTrue(administrator
                .post(plan(key) + "/default", null)
                .is(200)
                .json()
                .path("byDefault")
                .asBoolean());
        try {
            administrator.delete(plan(key)).isProblem(409, "in-use");
        } finally {
            administrator.post("/plans/everything/default", null).is(200);
        }
        administrator.delete(plan(key)).is(204);
    }

    @Test
    @Tag("CLAIM-1")
    void aPermissionGoesAndComesWithThePlanInTheNextToken() {
        administrator.put(plan(key), named("Starter", "audit-log")).is(201);
        TokenReply token = realm.tokens().password(mate, acme.scope());
        assertEquals(Presets.READ_ONLY, token.permissions());

        administrator.put(acme.path("/plan"), Map.of("plan", key)).is(200);
        token = risen(token, without());
        administrator.put(plan(key), named("Starter", "session-replay")).is(200);
        token = risen(token, Presets.READ_ONLY);
        administrator.put(plan(key), named("Starter")).is(200);
        token = risen(token, without());
        administrator.put(acme.path("/plan"), Map.of("plan", "everything")).is(200);
        token = risen(token, Presets.READ_ONLY);
        administrator
                .put(acme.path("/plan"), Collections.singletonMap("plan", null))
                .is(200);
        administrator.post(plan(key) + "/default", null).is(200);
        try {
            token = risen(token, without());
            assertFalse(Json.texts(realm.as(mate, "roster:self")
                            .get(acme.path("/me"))
                            .is(200)
                            .json()
                            .path("permissions"))
                    .contains(REPLAYS));
        } finally {
            administrator.post("/plans/everything/default", null).is(200);
        }
        risen(token, Presets.READ_ONLY);
    }

    @Test
    @Tag("ROLE-6")
    void whatNeedsThePlanIsRefusedWithItsNameAndWhomToAsk() {
        String steward = role("Steward");
        String spare = role("Spare");
        administrator.delete(role("analyst", "charts.export")).is(200);
        administrator.put(plan(key), named("Starter")).is(201);
        administrator.put(plan(key + "-pro"), named("Pro", "custom-roles")).is(201);
        administrator.put(acme.path("/settings"), Map.of("contact", "Ask us")).is(200);

        for (Api caller : List.of(realm.as(boss, MANAGE), administrator)) {
            administrator.put(acme.path("/plan"), Map.of("plan", key)).is(200);
            Reply refused = caller.post(acme.path("/roles"), Map.of("name", "More", "from", "consumer"))
                    .isProblem(403, "plan-required");
            assertEquals("Starter", refused.json().path("plan").asText());
            assertEquals("Ask us", refused.json().path("contact").asText());
            for (String edited : List.of(steward, "consumer")) {
                caller.put(acme.path("/roles/" + edited), Map.of("name", "Renamed", "permissions", List.of()))
                        .isProblem(403, "plan-required");
                caller.put(role(edited, "definitions.verify")).isProblem(403, "plan-required");
                caller.delete(role(edited, "charts.run")).isProblem(403, "plan-required");
            }
            administrator.put(acme.path("/plan"), Map.of("plan", key + "-pro")).is(200);
            String more = caller.post(acme.path("/roles"), Map.of("name", "More", "from", "consumer"))
                    .is(201)
                    .json()
                    .path("key")
                    .asText();
            caller.delete(acme.path("/roles/" + more)).is(204);
            for (String edited : List.of(steward, "consumer")) {
                caller.put(
                                acme.path("/roles/" + edited),
                                Map.of("name", "Name of " + edited, "permissions", List.of("charts.run")))
                        .is(200);
                caller.put(role(edited, "definitions.verify")).is(200);
                caller.delete(role(edited, "definitions.verify")).is(200);
            }
            caller.post(acme.path("/roles/consumer/reset"), null).is(200);
            caller.put(acme.path("/roles/" + steward), Map.of("name", "Steward", "permissions", Presets.READ_ONLY))
                    .is(200);
        }

        administrator.put(acme.path("/plan"), Map.of("plan", key)).is(200);
        Api asBoss = realm.as(boss, MANAGE);
        asBoss.put(acme.path("/teammates/" + mate.id() + "/role"), Map.of("role", steward))
                .is(200);
        assertEquals(without(), realm.tokens().password(mate, acme.scope()).permissions());
        asBoss.post(acme.path("/roles/analyst/reset"), null).is(200);
        asBoss.delete(acme.path("/roles/" + spare)).is(204);
    }

    @Test
    @Tag("AUDIT-1")
    void theLogIsWrittenWhateverThePlanAndReadWithIt() {
        administrator.put(plan(key), named("Starter")).is(201);
        administrator.put(acme.path("/plan"), Map.of("plan", key)).is(200);
        realm.assign(acme, mate, "consumer");
        realm.as(boss, MANAGE).get(acme.path("/audit")).isProblem(403, "plan-required");
        JsonNode items = administrator.get(acme.path("/audit")).is(200).json().path("items");
        assertEquals("teammate.role-changed", items.path(0).path("action").asText());
        JsonNode given = items.path(1);
        assertEquals("workspace.plan-changed", given.path("action").asText());
        assertEquals("plan", given.path("subject").path("kind").asText());
        assertEquals("everything", given.path("before").path("plan").asText());
        assertEquals(key, given.path("after").path("plan").asText());

        administrator.put(plan(key), named("Starter", "audit-log")).is(200);
        realm.as(boss, MANAGE).get(acme.path("/audit")).is(200);
        JsonNode changed =
                administrator.get("/audit").is(200).json().path("items").path(0);
        assertEquals("plan.changed", changed.path("action").asText());
        assertEquals(key, changed.path("subject").path("id").asText());
        assertEquals(List.of(), Json.texts(changed.path("before").path("entitlements")));
        assertEquals(List.of("audit-log"), Json.texts(changed.path("after").path("entitlements")));
    }

    /** The next token has these permissions, and can be told from the one before. */
    private TokenReply risen(TokenReply before, List<String> permissions) {
        TokenReply token = realm.tokens().refresh(before);
        assertEquals(permissions, token.permissions());
        long epoch = token.claim().path("epoch").path(0).asLong();
        assertTrue(
                epoch > before.claim().path("epoch").path(0).asLong(),
                token.claim().toString());
        assertNotEquals(before.bearer(), token.bearer());
        return token;
    }

    private static List<String> without() {
        return Presets.READ_ONLY.stream().filter(held -> !held.equals(REPLAYS)).toList();
    }

    private String role(String name) {
        return administrator
                .post(acme.path("/roles"), Map.of("name", name, "from", "read-only"))
                .is(201)
                .json()
                .path("key")
                .asText();
    }

    private String role(String role, String permission) {
        return acme.path("/roles/" + role + "/permissions/" + permission);
    }

    private static String plan(String key) {
        return "/plans/" + key;
    }

    private static Map<String, ?> named(String name, String... entitlements) {
        return Map.of("name", name, "entitlements", List.of(entitlements));
    }
}
