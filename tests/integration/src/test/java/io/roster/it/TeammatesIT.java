// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

@KeycloakIntegrationTest(config = RosterServer.class)
class TeammatesIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @Test
    @Tag("MATE-1")
    void aTeammateIsListedWithNameRoleAndStatus() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);

        JsonNode page =
                realm.asAdministrator().get(acme.path("/teammates")).is(200).json();

        assertTrue(page.path("next").isNull(), page.toString());
        assertEquals(1, page.path("items").size(), page.toString());
        JsonNode teammate = page.path("items").path(0);
        assertEquals(ann.id(), teammate.path("id").asText());
        assertEquals(ann.username(), teammate.path("username").asText());
        assertEquals(
                "Given " + ann.username() + " Family", teammate.path("name").asText());
        assertEquals(ann.username() + "@example.com", teammate.path("email").asText());
        assertEquals("read-only", teammate.path("role").asText());
        assertEquals("Read-Only", teammate.path("roleName").asText());
        assertEquals("active", teammate.path("status").asText());
    }

    @Test
    @Tag("MATE-1")
    void pagesReachEveryTeammateExactlyOnce() {
        List<Person> people = Stream.generate(realm::person).limit(23).toList();
        Workspace acme = realm.workspace(people.toArray(Person[]::new));
        Api admin = realm.asAdministrator();

        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    admin.get(acme.path("/teammates?max=5" + after)).is(200).json();
            page.path("items").forEach(item -> seen.add(item.path("id").asText()));
            sizes.add(page.path("items").size());
            JsonNode next = page.path("next");
            after = next.isNull() ? null : "&after=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8);
        } while (after != null && sizes.size() < 10);

        assertEquals(List.of(5, 5, 5, 5, 3), sizes);
        Set<String> expected = new HashSet<>(people.stream().map(Person::id).toList());
        assertEquals(expected, new HashSet<>(seen));
        assertEquals(23, seen.size());
    }

    @Test
    @Tag("MATE-1")
    void aPageSizeOrCursorThatMakesNoSenseIsRefused() {
        Workspace acme = realm.workspace(realm.person());
        Api admin = realm.asAdministrator();

        for (String query : List.of("max=0", "max=-1", "max=501", "max=many", "after=nonsense")) {
            admin.get(acme.path("/teammates?" + query)).isProblem(400, "validation");
        }
        admin.get(acme.path("/teammates?max=500")).is(200);
    }

    @Test
    @Tag("MATE-2")
    void aNewRoleIsInTheNextToken() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        TokenReply before = realm.tokens().password(ann, acme.scope());
        assertEquals(Presets.READ_ONLY, before.permissions());

        JsonNode teammate = realm.asAdministrator()
                .put(role(acme, ann), Map.of("role", "analyst"))
                .is(200)
                .json();

        assertEquals("analyst", teammate.path("role").asText());
        assertEquals("Analyst", teammate.path("roleName").asText());
        TokenReply after = realm.tokens().refresh(before);
        assertEquals("analyst", after.claim().path("role").asText());
        assertEquals(Presets.ANALYST, after.permissions());
    }

    @Test
    @Tag("MATE-2")
    void aStaleVersionIsRefusedAndChangesNothing() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Api admin = realm.asAdministrator();
        String read = admin.get(teammate(acme, ann)).is(200).etag();

        Reply changed = admin.ifMatch(read)
                .put(role(acme, ann), Map.of("role", "analyst"))
                .is(200);
        assertNotEquals(read, changed.etag());
        admin.ifMatch(read).put(role(acme, ann), Map.of("role", "admin")).isProblem(412, "stale");

        assertEquals("analyst", roleOf(acme, ann));
        admin.ifMatch(changed.etag())
                .put(role(acme, ann), Map.of("role", "admin"))
                .is(200);
        assertEquals("admin", roleOf(acme, ann));
    }

    @Test
    @Tag("MATE-2")
    void anUnknownRoleIsRefusedAndChangesNothing() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Workspace beta = realm.workspace();
        Api admin = realm.asAdministrator();
        String ofBeta = admin.post(beta.path("/roles"), Map.of("name", "Steward", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();

        for (String role : List.of("no-such", ofBeta, "")) {
            admin.put(role(acme, ann), Map.of("role", role)).isProblem(400, "validation");
        }
        admin.put(role(acme, ann), "{\"role\":").isProblem(400, "validation");
        assertEquals("read-only", roleOf(acme, ann));

        admin.put(role(acme, ann), Map.of("role", "analyst")).is(200);
    }

    @Test
    @Tag("MATE-2")
    void somebodyOfAnotherWorkspaceIsAsUnknownAsNobody() {
        Person ann = realm.person();
        Person bob = realm.person();
        Workspace acme = realm.workspace(ann);
        Workspace beta = realm.workspace(bob);
        Api admin = realm.asAdministrator();

        Reply other = admin.get(teammate(acme, bob)).isProblem(404, "not-found");
        Reply nobody = admin.get(acme.path("/teammates/no-such")).isProblem(404, "not-found");
        assertEquals(nobody.json().path("detail"), other.json().path("detail"));
        admin.put(role(acme, bob), Map.of("role", "admin")).isProblem(404, "not-found");
        assertEquals("read-only", roleOf(beta, bob));

        admin.put(role(beta, bob), Map.of("role", "admin")).is(200);
    }

    @Test
    @Tag("MATE-1")
    void whoeverLeavesIsNoTeammateAndComesBackWithTheDefaultRole() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        realm.assign(acme, ann, "admin");

        acme.remove(ann);
        realm.asAdministrator().get(teammate(acme, ann)).isProblem(404, "not-found");
        assertEquals(
                0,
                realm.asAdministrator()
                        .get(acme.path("/teammates"))
                        .is(200)
                        .json()
                        .path("items")
                        .size());

        acme.add(ann);
        assertEquals("read-only", roleOf(acme, ann));
        assertEquals(
                Presets.READ_ONLY, realm.tokens().password(ann, acme.scope()).permissions());
    }

    private String roleOf(Workspace workspace, Person person) {
        return realm.asAdministrator()
                .get(teammate(workspace, person))
                .is(200)
                .json()
                .path("role")
                .asText();
    }

    private static String teammate(Workspace workspace, Person person) {
        return workspace.path("/teammates/" + person.id());
    }

    private static String role(Workspace workspace, Person person) {
        return teammate(workspace, person) + "/role";
    }
}
