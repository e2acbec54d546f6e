// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.timeoffset.InjectTimeOffSet;
import org.keycloak.testframework.remote.timeoffset.TimeOffSet;

/** What the console offers to somebody who hasn't said which workspace they mean. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-2")
class OwnWorkspacesIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectTimeOffSet
    TimeOffSet time;

    private Person ann;

    @AfterEach
    void now() {
        time.set(Duration.ZERO);
    }

    @Test
    void peopleSeeTheWorkspacesThatTheyAreInAndNoOthers() {
        ann = realm.person();
        Person bob = realm.person();
        Workspace first = realm.workspace(ann);
        Workspace second = realm.workspace(ann, bob);
        Workspace bobs = realm.workspace(bob);

        assertEquals(aliases(first, second), aliasesOf(ann));
        assertEquals(aliases(second, bobs), aliasesOf(bob));
        assertEquals(List.of(), aliasesOf(realm.person()));
    }

    @Test
    void theRoleIsTheOneThatCountsNowAndHasTheNameOfTheWorkspace() {
        ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Api admin = realm.asAdministrator();
        assertEquals("read-only: Read-Only", roleOfAnn());

        JsonNode preset = admin.get(acme.path("/roles/analyst")).is(200).json();
        Map<String, Object> renamed = new HashMap<>();
        renamed.put("name", "Data Analyst");
        renamed.put("permissions", Json.texts(preset.path("permissions")));
        admin.put(acme.path("/roles/analyst"), renamed).is(200);
        String custom = admin.post(acme.path("/roles"), Map.of("name", "Steward", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();
        Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 40);
        admin.put(
                        acme.path("/teammates/" + ann.id() + "/role"),
                        Map.of("role", custom, "until", end.toString(), "then", "analyst"))
                .is(200);
        assertEquals(custom + ": Steward", roleOfAnn());

        time.set(Duration.ofSeconds(41));
        assertEquals("analyst: Data Analyst", roleOfAnn());
    }

    @Test
    void whereSomebodyIsSuspendedOrNobodyGetsInTheyAreNot() {
        ann = realm.person();
        Workspace suspended = realm.workspace(ann);
        Workspace disabled = realm.workspace(ann);
        Workspace acme = realm.workspace(ann);
        assertEquals(aliases(suspended, disabled, acme), aliasesOf(ann));

        realm.asAdministrator()
                .post(suspended.path("/teammates/" + ann.id() + "/suspend"), null)
                .is(200);
        OrganizationRepresentation organization =
                realm.keycloak().organizations().get(disabled.id()).toRepresentation();
        organization.setEnabled(false);
        realm.keycloak().organizations().get(disabled.id()).update(organization).close();

        assertEquals(aliases(acme), aliasesOf(ann));
    }

    @Test
    void aLongListComesInPages() {
        ann = realm.person();
        Workspace[] workspaces =
                Stream.generate(() -> realm.workspace(ann)).limit(5).toArray(Workspace[]::new);
        Api asAnn = realm.as(ann, "roster:self");

        List<String> all = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = asAnn.get("/workspaces?max=2" + after).is(200).json();
            page.path("items").forEach(item -> all.add(item.path("alias").asText()));
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
            pages++;
        } while (after != null);

        assertEquals(aliases(workspaces), all);
        assertEquals(3, pages);
        asAnn.get("/workspaces?max=0").isProblem(400, "validation");
    }

    @Test
    void onlyAPersonHasWorkspacesOfTheirOwn() {
        ann = realm.person();
        Workspace acme = realm.workspace(ann);
        String robot = realm.robot();
        realm.bind(robot, acme);

        realm.asClient(robot, robot, "roster:self").get("/workspaces").isProblem(403, "forbidden");
        realm.as(ann, "roster:manage").get("/workspaces").isProblem(403, "insufficient-scope");
        realm.asNobody().get("/workspaces").isProblem(401, "invalid-token");
        assertEquals(aliases(acme), aliasesOf(ann));
    }

    @Test
    @Tag("PLAN-1")
    void onesOwnPageSaysWhatThePlanUnlocks() {
        ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Api admin = realm.asAdministrator();

        JsonNode me = realm.as(ann, "roster:self").get(acme.path("/me")).is(200).json();
        assertEquals(ann.id(), me.path("user").asText());
        assertEquals(List.of("everything"), Json.texts(me.path("entitlements")));

        admin.put("/plans/small", Map.of("name", "Small", "entitlements", List.of("sso", "audit-log")))
                .is(201);
        admin.put(acme.path("/plan"), Map.of("plan", "small")).is(200);
        assertEquals(
                List.of("audit-log", "sso"),
                Json.texts(realm.as(ann, "roster:self")
                        .get(acme.path("/me"))
                        .is(200)
                        .json()
                        .path("entitlements")));
    }

    private List<String> aliasesOf(Person person) {
        List<String> aliases = new ArrayList<>();
        realm.as(person, "roster:self")
                .get("/workspaces")
                .is(200)
                .json()
                .path("items")
                .forEach(item -> aliases.add(item.path("alias").asText()));
        return aliases;
    }

    private String roleOfAnn() {
        JsonNode items =
                realm.as(ann, "roster:self").get("/workspaces").is(200).json().path("items");
        assertEquals(1, items.size(), items.toString());
        JsonNode only = items.path(0);
        assertTrue(only.path("name").asText().length() > 0, items.toString());
        return only.path("role").asText() + ": " + only.path("roleName").asText();
    }

    private static List<String> aliases(Workspace... workspaces) {
        return Stream.of(workspaces).map(Workspace::alias).sorted().toList();
    }
}
