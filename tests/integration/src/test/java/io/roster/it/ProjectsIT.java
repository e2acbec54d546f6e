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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("PROJ-1")
class ProjectsIT {

    private static final String MANAGE = "roster:manage";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectTimeOffSet
    TimeOffSet time;

    private Person ann;
    private Workspace acme;
    private Api administrator;
    private Api boss;
    private Api mate;

    @BeforeEach
    void aWorkspace() {
        Person bob = realm.person();
        ann = realm.person();
        acme = realm.workspace(bob, ann);
        realm.assign(acme, bob, "admin");
        realm.assign(acme, ann, "analyst");
        administrator = realm.asAdministrator();
        boss = realm.as(bob, MANAGE);
        mate = realm.as(ann, MANAGE);
    }

    @Test
    void aProjectHasItsLifeOnBothSurfaces() {
        for (Api api : List.of(administrator, boss)) {
            String key = api == boss ? "web" : "app";
            String path = path("/" + key);
            Reply made = api.post(path(""), Map.of("key", key, "name", "Shop \uD83D\uDED2"))
                    .is(201);
            assertTrue(made.header("Location").endsWith(path), made.header("Location"));
            JsonNode project = api.get(path).is(200).json();
            assertEquals(made.json(), project);
            assertEquals("Shop \uD83D\uDED2", project.path("name").asText());
            assertFalse(project.path("open").asBoolean());
            assertEquals(
                    List.of("production", "development"),
                    project.path("environments").findValuesAsText("key"));
            mate.get(path).isProblem(404, "not-found");

            Reply opened = api.ifMatch(made.etag())
                    .put(path, Map.of("name", "Shop", "open", true))
                    .is(200);
            assertNotEquals(made.etag(), opened.etag());
            api.ifMatch(made.etag()).put(path, Map.of("name", "Late")).isProblem(412, "stale");
            assertEquals("Shop", mate.get(path).is(200).json().path("name").asText());

            api.put(path + "/environments/staging", Map.of("name", "Staging")).is(200);
            api.delete(path + "/environments/staging").is(200);
            api.delete(path + "/environments/production").isProblem(400, "validation");
            JsonNode staging = api.put(path + "/environments/staging", Map.of("name", "Rehearsal"))
                    .is(200)
                    .json()
                    .path("environments")
                    .path(2);
            assertEquals("Rehearsal", staging.path("name").asText());
            assertFalse(staging.path("archived").asBoolean());

            assertTrue(api.post(path + "/archive", null)
                    .is(200)
                    .json()
                    .path("archived")
                    .asBoolean());
            mate.get(path).isProblem(404, "not-found");
            api.post(path(""), Map.of("key", key, "name", "Again")).isProblem(409, "duplicate");
            api.post(path + "/restore", null).is(200);
            mate.get(path).is(200);
        }
        assertEquals(
                List.of(
                        "project.restored",
                        "project.archived",
                        "environment.restored",
                        "environment.archived",
                        "environment.created",
                        "project.opened",
                        "project.changed",
                        "project.created"),
                administrator.get(acme.path("/audit?max=8")).is(200).json().findValuesAsText("action"));
    }

    @Test
    void mainIsThereFromTheStartAndAlwaysOpen() {
        JsonNode main = mate.get(path("/main")).is(200).json();
        assertTrue(main.path("open").asBoolean());
        assertEquals("0", main.path("version").asText());
        boss.put(path("/main"), Map.of("name", "Main", "open", false)).isProblem(400, "validation");
        boss.post(path("/main/archive"), null).isProblem(400, "validation");

        boss.put(path("/main"), Map.of("name", "Everything")).is(200);
        boss.put(path("/main/environments/test"), Map.of("name", "Test")).is(200);

        JsonNode changed = mate.get(path("/main")).is(200).json();
        assertEquals("Everything", changed.path("name").asText());
        assertEquals(
                List.of("production", "development", "test"),
                changed.path("environments").findValuesAsText("key"));
        assertEquals(Set.of("main"), claim().projects());
    }

    @Test
    void whatSomebodyCannotOpenIsLikeWhatDoesNotExist() {
        create("closed", false);
        create("open", true);
        Workspace beta = realm.workspace();
        administrator
                .post(beta.path("/projects"), Map.of("key", "foreign", "name", "Foreign"))
                .is(201);

        assertEquals(List.of("main", "open"), keys(mate));
        assertEquals(List.of("main", "closed", "open"), keys(boss));
        assertEquals(List.of("main", "closed", "open"), keys(administrator));
        String none = mate.get(path("/nothin")).isProblem(404, "not-found").text();
        assertEquals(
                none.replace("nothin", "closed"),
                mate.get(path("/closed")).isProblem(404, "not-found").text());
        for (Api api : List.of(boss, administrator)) {
            api.get(path("/foreign")).isProblem(404, "not-found");
            api.put(path("/foreign"), Map.of("name", "Mine")).isProblem(404, "not-found");
            api.put(path("/closed"), Map.of("name", "Mine")).is(200);
        }
        mate.put(path("/open"), Map.of("name", "Mine")).isProblem(403, "forbidden");
    }

    @Test
    void aKeyOrNameThatIsNoneIsRefusedAndNamed() {
        for (String key : List.of("", "Web", "we b", "-w", "w".repeat(64), "w\u00e9b")) {
            assertEquals(
                    Set.of("key"),
                    boss.post(path(""), Map.of("key", key, "name", "Web"))
                            .isProblem(400, "validation")
                            .violatedFields());
        }
        assertEquals(
                Set.of("name"),
                boss.post(path(""), Map.of("key", "web", "name", " "))
                        .isProblem(400, "validation")
                        .violatedFields());
        assertEquals(
                Set.of("environment"),
                boss.put(path("/main/environments/We"), Map.of("name", "Web"))
                        .isProblem(400, "validation")
                        .violatedFields());
        boss.post(path(""), Map.of("key", "0-1", "name", "\u4E16\u754C")).is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "bits"})
    @Tag("PROJ-3")
    @Tag("CLAIM-1")
    void theClaimHasTheProjectsThatOpenAndWhatCountsThere(String form) {
        realm.setMapper("roster.form", form);
        create("open", true);
        create("closed", false);
        create("entered", false);
        create("given", false);
        create("past", false);
        create("old", true);
        grant("entered", Map.of("teammate", ann.id()));
        grant("given", Map.of("teammate", ann.id(), "role", "read-only"));
        grant(
                "past",
                Map.of(
                        "teammate",
                        ann.id(),
                        "until",
                        Instant.now().plusSeconds(600).toString()));
        grant("old", Map.of("teammate", ann.id(), "role", "consumer"));
        boss.post(path("/old/archive"), null).is(200);
        assertTrue(claim().projects().contains("past"));

        time.set(Duration.ofSeconds(601));
        WorkspaceClaim claim;
        JsonNode written;
        try {
            TokenReply token = realm.tokens().password(ann, acme.scope());
            written = token.claim().path("projects");
            claim = read(token);
        } finally {
            time.set(Duration.ZERO);
        }

        assertEquals(Set.of("main", "open", "entered", "given"), claim.projects());
        for (String same : List.of("main", "open", "entered")) {
            assertEquals("=", written.path(same).asText());
            assertEquals(
                    new TreeSet<>(Presets.analystWithout("teammates.invite")),
                    new TreeSet<>(claim.inProject(same).permissions()));
        }
        assertEquals(
                new TreeSet<>(Presets.READ_ONLY),
                new TreeSet<>(claim.inProject("given").permissions()));
        assertEquals(form.equals("list"), written.path("given").isArray());
        for (String absent : List.of("closed", "past", "old")) {
            assertTrue(claim.inProject(absent).mustAsk());
            assertFalse(claim.inProject(absent).allows("charts.run"));
        }
    }

    @Test
    @Tag("CLAIM-1")
    void aChangeShowsInTheNextToken() {
        create("web", false);
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertFalse(token.claim().path("projects").has("web"));

        boss.put(path("/web"), Map.of("name", "Web", "open", true)).is(200);

        TokenReply opened = realm.tokens().refresh(token);
        assertEquals("=", opened.claim().path("projects").path("web").asText());
        assertTrue(opened.claim().path("epoch").path(0).asLong()
                > token.claim().path("epoch").path(0).asLong());
        boss.post(path("/web/archive"), null).is(200);
        assertFalse(realm.tokens().refresh(opened).claim().path("projects").has("web"));
    }

    @Test
    @Tag("PROJ-3")
    void restoringIsAGiftOfWhatTheGrantsCarry() {
        create("web", false);
        String verifier = role("Verifier", "definitions.verify");
        grant("web", Map.of("teammate", ann.id(), "role", verifier));
        boss.post(path("/web/archive"), null).is(200);
        Api lead = lead("projects.manage");

        JsonNode refused =
                lead.post(path("/web/restore"), null).isProblem(403, "ceiling").json();

        assertEquals(List.of("definitions.verify"), Json.texts(refused.path("missing")));
        assertFalse(claim().projects().contains("web"));
        Api above = lead("projects.manage", "user-permissions.change");
        above.post(path("/web/restore"), null).is(200);
        assertTrue(claim().inProject("web").allows("definitions.verify"));
        // below the ceiling it needs no more than managing projects
        lead.post(path("/web/archive"), null).is(200);
        administrator
                .put(acme.path("/roles/" + verifier), Map.of("name", "Verifier", "permissions", Presets.READ_ONLY))
                .is(200);
        lead.post(path("/web/restore"), null).is(200);
    }

    private String path(String below) {
        return acme.path("/projects" + below);
    }

    private void create(String key, boolean open) {
        boss.post(path(""), Map.of("key", key, "name", key)).is(201);
        if (open) {
            boss.put(path("/" + key), Map.of("name", key, "open", true)).is(200);
        }
    }

    private void grant(String project, Map<String, ?> grant) {
        boss.post(path("/" + project + "/grants"), grant).is(201);
    }

    /** Somebody with an Analyst's permissions and these. */
    private Api lead(String... permissions) {
        Person lead = realm.person();
        acme.add(lead);
        realm.assign(acme, lead, role("Lead " + lead.username(), permissions));
        return realm.as(lead, MANAGE);
    }

    private String role(String name, String... permissions) {
        return administrator
                .post(acme.path("/roles"), Map.of("name", name, "from", "analyst", "add", List.of(permissions)))
                .is(201)
                .json()
                .path("key")
                .asText();
    }

    private List<String> keys(Api api) {
        List<String> keys = new ArrayList<>();
        api.get(path(""))
                .is(200)
                .json()
                .path("items")
                .forEach(project -> keys.add(project.path("key").asText()));
        return keys;
    }

    private WorkspaceClaim claim() {
        return read(realm.tokens().password(ann, acme.scope()));
    }

    private WorkspaceClaim read(TokenReply token) {
        PermissionCatalogue catalogue = PermissionCatalogue.of(
                Json.map(realm.asNobody().get("/catalogue").is(200).json()));
        return WorkspaceClaim.of(Json.map(token.claim()), catalogue);
    }
}
