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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;
import org.keycloak.testframework.remote.timeoffset.InjectTimeOffSet;
import org.keycloak.testframework.remote.timeoffset.TimeOffSet;

@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("PROJ-3")
class GrantsIT {

    private static final String MANAGE = "roster:manage";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    @InjectTimeOffSet
    TimeOffSet time;

    private Person ann;
    private Workspace acme;
    private Api administrator;
    private Api boss;
    private String crew;

    @BeforeEach
    void aProjectAndATeam() {
        Person bob = realm.person();
        ann = realm.person();
        acme = realm.workspace(bob, ann);
        realm.assign(acme, bob, "admin");
        realm.assign(acme, ann, "consumer");
        administrator = realm.asAdministrator();
        boss = realm.as(bob, MANAGE);
        boss.post(acme.path("/projects"), Map.of("key", "web", "name", "Web")).is(201);
        crew = team(acme, "Crew");
    }

    @Test
    void aGrantHasItsLifeOnBothSurfaces() {
        for (Api api : List.of(administrator, boss)) {
            Reply made = api.post(path(""), Map.of("teammate", ann.id(), "role", "analyst"))
                    .is(201);
            String path = path("/" + made.json().path("id").asText());
            assertTrue(made.header("Location").endsWith(path), made.header("Location"));
            JsonNode grant = api.get(path).is(200).json();
            assertEquals(made.json(), grant);
            assertEquals("web", grant.path("project").asText());
            assertEquals(ann.id(), grant.path("teammate").asText());
            assertTrue(grant.path("team").isNull());
            assertEquals(
                    "Given " + ann.username() + " Family", grant.path("name").asText());
            assertEquals("Analyst", grant.path("roleName").asText());
            assertEquals("manual", grant.path("source").asText());
            assertEquals(
                    grant.path("id").asText(),
                    api.post(path(""), Map.of("teammate", ann.id()))
                            .isProblem(409, "duplicate")
                            .json()
                            .path("existing")
                            .asText());

            String until = Instant.now().plusSeconds(3600).toString();
            Reply changed =
                    api.ifMatch(made.etag()).put(path, Map.of("until", until)).is(200);
            assertTrue(changed.json().path("role").isNull());
            assertFalse(changed.json().path("until").isNull());
            assertNotEquals(made.etag(), changed.etag());
            api.ifMatch(made.etag()).delete(path).isProblem(412, "stale");
            api.ifMatch(changed.etag()).delete(path).is(204);
            api.get(path).isProblem(404, "not-found");
        }
        assertEquals(
                List.of("grant.removed", "grant.changed", "grant.made"),
                administrator.get(acme.path("/audit?max=3")).is(200).json().findValuesAsText("action"));
    }

    @Test
    @Tag("PROJ-2")
    void aGrantToATeamReachesWhoeverIsInItInTheNextToken() {
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertFalse(token.claim().path("projects").has("web"));
        boss.post(path(""), Map.of("team", crew, "role", "analyst")).is(201);
        assertFalse(realm.tokens().refresh(token).claim().path("projects").has("web"));

        boss.put(acme.path("/teams/" + crew + "/members/" + ann.id())).is(204);

        TokenReply inside = realm.tokens().refresh(token);
        assertEquals(
                Presets.analystWithout("teammates.invite"),
                Json.texts(inside.claim().path("projects").path("web")));
        boss.delete(acme.path("/teams/" + crew + "/members/" + ann.id())).is(204);
        assertFalse(realm.tokens().refresh(inside).claim().path("projects").has("web"));
    }

    @Test
    @Tag("PROJ-2")
    void theProjectsPageTheTeamsAndTheTeammatesShowTheSame() {
        boss.put(acme.path("/teams/" + crew + "/members/" + ann.id())).is(204);
        Reply made = boss.post(acme.path("/teams/" + crew + "/grants"), Map.of("project", "web"))
                .is(201);
        String id = made.json().path("id").asText();
        assertTrue(made.header("Location").endsWith(path("/" + id)), made.header("Location"));
        String personal = boss.post(path(""), Map.of("teammate", ann.id()))
                .is(201)
                .json()
                .path("id")
                .asText();

        for (Api api : List.of(administrator, boss)) {
            assertEquals(List.of(id), ids(api, "/teams/" + crew + "/grants"));
            assertEquals(Set.of(id, personal), Set.copyOf(ids(api, "/projects/web/grants")));
            assertEquals(Set.of(id, personal), Set.copyOf(ids(api, "/teammates/" + ann.id() + "/grants")));
            assertEquals(
                    "Crew", api.get(path("/" + id)).is(200).json().path("name").asText());
            api.post(acme.path("/teams/" + crew + "/grants"), Map.of("project", "web"))
                    .isProblem(409, "duplicate");
            api.post(acme.path("/teams/" + crew + "/grants"), Map.of("project", "none"))
                    .isProblem(400, "validation");
        }
        // page by page
        JsonNode first =
                boss.get(acme.path("/projects/web/grants?max=1")).is(200).json();
        JsonNode second = boss.get(acme.path(
                        "/projects/web/grants?max=1&after=" + first.path("next").asText()))
                .is(200)
                .json();
        assertEquals(
                Set.of(id, personal),
                Set.of(
                        first.path("items").path(0).path("id").asText(),
                        second.path("items").path(0).path("id").asText()));
        assertTrue(second.path("next").isNull());
    }

    @Test
    void whatIsNoTeamTeammateOrRoleOfTheWorkspaceIsRefused() {
        Person eve = realm.person();
        Workspace beta = realm.workspace(eve);
        Api keycloak = realm.onKeycloaksOwn(realm.tokens().password(realm.administrator("realm-admin"), "openid"));
        String below = keycloak.post(
                        "/organizations/" + acme.id() + "/groups/" + crew + "/children", Map.of("name", "Below"))
                .is(201)
                .json()
                .path("id")
                .asText();
        for (String team : List.of(team(beta, "Others"), below, "none", "")) {
            assertEquals(
                    Set.of("team"),
                    boss.post(path(""), Map.of("team", team))
                            .isProblem(400, "validation")
                            .violatedFields());
        }
        for (String teammate : List.of(eve.id(), "none")) {
            assertEquals(
                    Set.of("teammate"),
                    boss.post(path(""), Map.of("teammate", teammate))
                            .isProblem(400, "validation")
                            .violatedFields());
        }
        boss.post(path(""), Map.of()).isProblem(400, "validation");
        boss.post(path(""), Map.of("team", crew, "teammate", ann.id())).isProblem(400, "validation");
        boss.post(path(""), Map.of("team", crew, "role", "none")).isProblem(400, "validation");
        for (String until : List.of("tomorrow", "2020-01-01T00:00:00Z", "+12345-01-01T00:00:00Z")) {
            assertEquals(
                    Set.of("until"),
                    boss.post(path(""), Map.of("team", crew, "until", until))
                            .isProblem(400, "validation")
                            .violatedFields());
        }
        boss.post(acme.path("/projects/none/grants"), Map.of("team", crew)).isProblem(404, "not-found");
        boss.get(acme.path("/teams/" + below + "/grants")).isProblem(404, "not-found");
        String id = boss.post(path(""), Map.of("team", crew))
                .is(201)
                .json()
                .path("id")
                .asText();
        boss.get(acme.path("/projects/main/grants/" + id)).isProblem(404, "not-found");
        administrator.get(beta.path("/projects/main/grants/" + id)).isProblem(404, "not-found");
    }

    @Test
    void aGrantWithARoleStaysBelowTheCeiling() {
        Api lead = lead("projects.manage");
        Api above = lead("projects.manage", "user-permissions.change");
        String verifier = role("Verifier", "definitions.verify");

        JsonNode refused = lead.post(path(""), Map.of("team", crew, "role", verifier))
                .isProblem(403, "ceiling")
                .json();

        assertEquals(List.of("definitions.verify"), Json.texts(refused.path("missing")));
        String id = lead.post(path(""), Map.of("team", crew, "role", "analyst"))
                .is(201)
                .json()
                .path("id")
                .asText();
        lead.put(path("/" + id), Map.of("role", verifier)).isProblem(403, "ceiling");
        above.put(path("/" + id), Map.of("role", verifier)).is(200);
        lead.put(path("/" + id), Map.of()).isProblem(403, "ceiling");
        lead.delete(path("/" + id)).isProblem(403, "ceiling");
        above.delete(path("/" + id)).is(204);
        lead.post(path(""), Map.of("team", crew)).is(201);
    }

    @Test
    @Tag("MATE-5")
    void whatHasEndedIsAbsentAtThatSecond() {
        Instant end = Instant.now().plusSeconds(30);
        String id = boss.post(path(""), Map.of("teammate", ann.id(), "until", end.toString()))
                .is(201)
                .json()
                .path("id")
                .asText();
        TokenReply token = realm.tokens().password(ann, acme.scope());
        assertEquals("=", token.claim().path("projects").path("web").asText());
        assertTrue(token.access().path("exp").asLong() <= end.getEpochSecond(), "it outlives the grant");

        time.set(Duration.ofSeconds(31));
        try {
            assertFalse(realm.tokens()
                    .password(ann, acme.scope())
                    .claim()
                    .path("projects")
                    .has("web"));
            for (Api api : List.of(administrator, boss)) {
                assertEquals(List.of(), ids(api, "/projects/web/grants"));
                assertEquals(List.of(), ids(api, "/teammates/" + ann.id() + "/grants"));
                api.get(path("/" + id)).isProblem(404, "not-found");
            }
            boss.post(path(""), Map.of("teammate", ann.id())).is(201);
            assertEquals(1, ids(boss, "/projects/web/grants").size());
        } finally {
            time.set(Duration.ZERO);
        }
    }

    @Test
    @Tag("ROLE-5")
    void aRoleThatAGrantGivesIsInUse() {
        String spare = role("Spare", "billing.manage");
        String id = boss.post(path(""), Map.of("team", crew, "role", spare))
                .is(201)
                .json()
                .path("id")
                .asText();

        JsonNode usedBy = boss.delete(acme.path("/roles/" + spare))
                .isProblem(409, "in-use")
                .json()
                .path("usedBy")
                .path(0);

        assertEquals("grants", usedBy.path("kind").asText());
        assertEquals(List.of(id), Json.texts(usedBy.path("first")));
        boss.put(path("/" + id), Map.of()).is(200);
        boss.delete(acme.path("/roles/" + spare)).is(204);
    }

    @Test
    @Tag("SCIM-4")
    void whatScimOwnsIsNotEditedByHand() {
        String id = boss.post(path(""), Map.of("team", crew))
                .is(201)
                .json()
                .path("id")
                .asText();
        server.run(session -> session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createNativeQuery("update WS_GRANT set SOURCE = 'scim' where ID = :grant")
                .setParameter("grant", id)
                .executeUpdate());
        for (Api api : List.of(administrator, boss)) {
            api.put(path("/" + id), Map.of("role", "consumer")).isProblem(409, "scim-managed");
            api.delete(path("/" + id)).isProblem(409, "scim-managed");
        }
        String beside = boss.post(path(""), Map.of("team", crew))
                .is(201)
                .json()
                .path("id")
                .asText();
        boss.delete(path("/" + beside)).is(204);
    }

    @Test
    void anAdministratorNeedsTheUserForAGrantToOneTeammate() {
        Api limited =
                realm.onAdminSurface(realm.tokens().password(realm.administrator("manage-organizations"), "openid"));
        String id = boss.post(path(""), Map.of("teammate", ann.id()))
                .is(201)
                .json()
                .path("id")
                .asText();
        assertTrue(limited.get(path("/" + id)).is(200).json().path("name").isNull());
        limited.delete(path("/" + id)).isProblem(403, "forbidden");
        limited.get(acme.path("/teammates/" + ann.id() + "/grants")).isProblem(403, "forbidden");
        limited.post(path(""), Map.of("team", crew, "role", "admin")).is(201);
        realm.onAdminSurface(
                        realm.tokens().password(realm.administrator("manage-organizations", "manage-users"), "openid"))
                .delete(path("/" + id))
                .is(204);
        realm.as(ann, MANAGE).get(path("")).isProblem(403, "forbidden");
    }

    private String path(String below) {
        return acme.path("/projects/web/grants" + below);
    }

    private String team(Workspace workspace, String name) {
        return administrator
                .post(workspace.path("/teams"), Map.of("name", name))
                .is(201)
                .json()
                .path("id")
                .asText();
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

    private List<String> ids(Api api, String below) {
        return api.get(acme.path(below)).is(200).json().path("items").findValuesAsText("id");
    }
}
