// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.claims.PermissionCatalogue;
import io.roster.claims.WorkspaceClaim;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.timeoffset.InjectTimeOffSet;
import org.keycloak.testframework.remote.timeoffset.TimeOffSet;

/** Single permissions allowed and denied, as tokens and callers of both surfaces see them. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-2")
class OverridesIT {

    private static final String MANAGE = "roster:manage";
    private static final String VERIFY = "definitions.verify";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectTimeOffSet
    TimeOffSet time;

    private Person boss;
    private Person ann;
    private Workspace acme;
    private Api asBoss;

    @BeforeEach
    void anAnalystAndAnAdmin() {
        realm.setMapper("roster.form", "list");
        boss = realm.person();
        ann = realm.person();
        acme = realm.workspace(boss, ann);
        realm.assign(acme, boss, "admin");
        realm.assign(acme, ann, "analyst");
        asBoss = realm.as(boss, MANAGE);
    }

    @AfterEach
    void asBefore() {
        time.set(Duration.ZERO);
        realm.setMapper("roster.form", "list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "bits"})
    @Tag("CLAIM-1")
    void theNextTokenHasWhatIsAllowedAndLacksWhatIsDenied(String form) {
        realm.setMapper("roster.form", form);
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertTrue(read(token).allows("charts.run"));
        assertFalse(read(token).allows(VERIFY));
        long epoch = token.claim().path("epoch").path(1).asLong();

        make(asBoss, ann, body("allow", VERIFY)).is(201);
        make(asBoss, ann, body("deny", "charts.run", "project", "main")).is(201);
        String denial = id(make(asBoss, ann, body("deny", "charts.export")).is(201));

        TokenReply changed = realm.tokens().refresh(token);
        WorkspaceClaim claim = read(changed);
        assertTrue(claim.allows(VERIFY));
        assertTrue(claim.inProject("main").allows(VERIFY));
        assertTrue(claim.allows("charts.run"), "denied in the project alone");
        assertFalse(claim.inProject("main").allows("charts.run"));
        assertFalse(claim.allows("charts.export"));
        assertFalse(claim.inProject("main").allows("charts.export"));
        assertEquals(epoch + 3, changed.claim().path("epoch").path(1).asLong());

        make(asBoss, ann, body("allow", "charts.export")).is(201);
        assertFalse(read(realm.tokens().refresh(changed)).allows("charts.export"), "deny wins");
        asBoss.delete(overrides(ann) + "/" + denial).is(204);
        assertTrue(read(realm.tokens().refresh(changed)).allows("charts.export"));
    }

    @Test
    @Tag("MATE-5")
    void whatHasEndedIsGoneFromTokensAndListsBeforeAnythingSweeps() {
        String end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 40).toString();
        String allowance =
                id(make(asBoss, ann, body("allow", VERIFY, "until", end)).is(201));
        make(asBoss, ann, body("deny", "charts.run", "until", end)).is(201);
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertEquals(
                Stream.concat(Presets.analystWithout("charts.run").stream(), Stream.of(VERIFY))
                        .toList(),
                token.permissions());
        assertEquals(2, list(asBoss, ann).size());

        time.set(Duration.ofSeconds(41));

        assertEquals(Presets.ANALYST, realm.tokens().refresh(token).permissions());
        assertEquals(0, list(asBoss, ann).size());
        asBoss.delete(overrides(ann) + "/" + allowance).isProblem(404, "not-found");
        // its place is free again, and the log has its end
        make(asBoss, ann, body("allow", VERIFY)).is(201);
        JsonNode log = asBoss.get(acme.path("/audit?max=2")).is(200).json().path("items");
        assertEquals("override.made", log.path(0).path("action").asText());
        assertEquals("override.ended", log.path(1).path("action").asText());
        assertEquals("server", log.path(1).path("actor").path("kind").asText());
    }

    @Test
    void theSameIsSeenAndChangedOnBothSurfaces() {
        Api administrator = realm.asAdministrator();
        Reply made = make(administrator, ann, body("deny", "charts.run", "reason", "Until the audit is over"))
                .is(201);
        assertTrue(made.header("Location").endsWith("/" + id(made)), made.header("Location"));
        JsonNode seen = list(asBoss, ann).path(0);
        assertEquals(made.json(), seen);
        assertEquals("deny", seen.path("effect").asText());
        assertEquals("charts.run", seen.path("permission").asText());
        assertTrue(seen.path("project").isNull(), seen.toString());
        assertEquals("Until the audit is over", seen.path("reason").asText());
        assertEquals("manual", seen.path("source").asText());
        asBoss.put(overrides(ann) + "/" + id(made), Map.of("reason", "No more")).is(200);
        assertEquals("No more", list(administrator, ann).path(0).path("reason").asText());
        make(asBoss, ann, body("allow", "charts.run")).is(201);
        assertEquals(boss.id(), list(administrator, ann).path(0).path("madeBy").asText());
        administrator.delete(overrides(ann) + "/" + id(made)).is(204);
        assertEquals(1, list(asBoss, ann).size());
    }

    @Test
    void aStaleVersionOrASecondOfTheSameKindIsRefused() {
        String read = asBoss.get(acme.path("/teammates/" + ann.id())).is(200).etag();
        Reply made = make(asBoss.ifMatch(read), ann, body("allow", VERIFY)).is(201);
        assertNotEquals(read, made.etag());
        assertEquals(
                made.etag(),
                asBoss.get(acme.path("/teammates/" + ann.id())).is(200).etag());
        make(asBoss.ifMatch(read), ann, body("deny", VERIFY)).isProblem(412, "stale");
        String path = overrides(ann) + "/" + id(made);
        asBoss.ifMatch(read).put(path, Map.of()).isProblem(412, "stale");
        asBoss.ifMatch(read).delete(path).isProblem(412, "stale");

        Reply again = make(asBoss, ann, body("allow", VERIFY)).isProblem(409, "duplicate");
        assertEquals(id(made), again.json().path("existing").asText());
        assertEquals(1, list(asBoss, ann).size());
        String changed = asBoss.ifMatch(made.etag())
                .put(path, Map.of("reason", "Why not"))
                .is(200)
                .etag();
        asBoss.ifMatch(changed).delete(path).is(204);
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Map<String, Map<String, String>> wrong = Map.of(
                "effect", body("maybe", VERIFY),
                "permission", body("allow", "no.such"),
                "project", body("allow", VERIFY, "project", "none"),
                "until", body("allow", VERIFY, "until", "2020-01-01T00:00:00Z"),
                "reason", body("allow", VERIFY, "reason", "x".repeat(501)));
        wrong.forEach((field, body) -> {
            Reply refused = make(asBoss, ann, body).isProblem(400, "validation");
            assertTrue(refused.violatedFields().contains(field), refused.text());
        });
        make(asBoss, ann, body("allow", "teammates.invite", "project", "main")).isProblem(400, "validation");
        make(asBoss, ann, Map.of("effect", "allow")).isProblem(400, "validation");
        assertEquals(0, list(asBoss, ann).size());
        make(asBoss, ann, body("allow", VERIFY, "project", "main", "reason", "x".repeat(500)))
                .is(201);
        make(asBoss, ann, body("allow", "teammates.invite")).is(201);
    }

    @Test
    void nobodyGivesOrTouchesMoreThanTheyHold() {
        Person lead = lead();
        Person carl = realm.person();
        acme.add(carl);
        Api asLead = realm.as(lead, MANAGE);
        Reply refused = make(asLead, carl, body("allow", VERIFY)).isProblem(403, "ceiling");
        assertEquals(List.of(VERIFY), Json.texts(refused.json().path("missing")));
        make(asLead, carl, body("allow", "categorization.manage")).is(201);
        // whoever carries more is out of reach
        make(asLead, ann, body("deny", "charts.run")).isProblem(403, "ceiling");
        make(asLead, carl, body("deny", "charts.run")).is(201);
        // ending a denial is giving
        String hard = id(make(asBoss, carl, body("deny", VERIFY)).is(201));
        String soft = id(make(asBoss, carl, body("deny", "charts.export")).is(201));
        String soon = Instant.now().plusSeconds(600).toString();
        asLead.delete(overrides(carl) + "/" + hard).isProblem(403, "ceiling");
        asLead.put(overrides(carl) + "/" + hard, Map.of("until", soon)).isProblem(403, "ceiling");
        asLead.delete(overrides(carl) + "/" + soft).is(204);
        asBoss.delete(overrides(carl) + "/" + hard).is(204);
        make(asBoss, carl, body("allow", VERIFY)).is(201);
    }

    @Test
    void nobodyEndsADenialOfTheirOwn() {
        String denial = id(
                make(realm.asAdministrator(), boss, body("deny", "charts.run")).is(201));
        String path = overrides(boss) + "/" + denial;
        Reply refused = asBoss.delete(path).isProblem(403, "ceiling");
        assertTrue(refused.json().path("detail").asText().contains("of their own"), refused.text());
        asBoss.put(path, Map.of("until", Instant.now().plusSeconds(600).toString()))
                .isProblem(403, "ceiling");
        assertEquals(1, list(asBoss, boss).size());
        Person other = realm.person();
        acme.add(other);
        realm.assign(acme, other, "admin");
        realm.as(other, MANAGE).delete(path).is(204);
        assertEquals(0, list(asBoss, boss).size());
    }

    @Test
    @Tag("SCIM-6")
    void anIdOfSomebodyElseIsAnIdThatDoesNotExist() {
        Person bob = realm.person();
        acme.add(bob);
        String ofBob = id(make(asBoss, bob, body("allow", VERIFY)).is(201));
        for (String id : List.of(ofBob, UUID.randomUUID().toString(), "x")) {
            asBoss.delete(overrides(ann) + "/" + id).isProblem(404, "not-found");
            asBoss.put(overrides(ann) + "/" + id, Map.of()).isProblem(404, "not-found");
        }
        asBoss.delete(overrides(bob) + "/" + ofBob).is(204);
    }

    /** A consumer who may manage teammates and categories. */
    private Person lead() {
        Person lead = realm.person();
        acme.add(lead);
        List<String> more = List.of("teammates.manage", "categorization.manage");
        String role = asBoss.post(acme.path("/roles"), Map.of("name", "Lead", "from", "consumer", "add", more))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.assign(acme, lead, role);
        return lead;
    }

    private Reply make(Api caller, Person person, Object body) {
        return caller.post(overrides(person), body);
    }

    private JsonNode list(Api caller, Person person) {
        return caller.get(overrides(person)).is(200).json().path("items");
    }

    private String overrides(Person person) {
        return acme.path("/teammates/" + person.id() + "/overrides");
    }

    private WorkspaceClaim read(TokenReply token) {
        PermissionCatalogue catalogue = PermissionCatalogue.of(
                Json.map(realm.asNobody().get("/catalogue").is(200).json()));
        return WorkspaceClaim.of(Json.map(token.claim()), catalogue);
    }

    private static String id(Reply reply) {
        return reply.json().path("id").asText();
    }

    private static Map<String, String> body(String effect, String permission, String... more) {
        Map<String, String> body = new HashMap<>(Map.of("effect", effect, "permission", permission));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i], more[i + 1]);
        }
        return body;
    }
}
