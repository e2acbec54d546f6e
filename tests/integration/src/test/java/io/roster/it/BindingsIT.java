// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Clients are bound to workspaces by realm administrators. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("SCIM-6")
class BindingsIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Api administrator;
    private Workspace acme;
    private Workspace beta;
    private String robot;
    private String path;

    @BeforeEach
    void twoWorkspacesAndAnUnboundClient() {
        administrator = realm.asAdministrator();
        acme = realm.workspace();
        beta = realm.workspace();
        robot = realm.robot();
        path = "/bindings/" + robot;
    }

    @Test
    void aBindingIsMadeChangedReadAndTakenAway() {
        administrator.get(path).isProblem(404, "not-found");
        administrator.delete(path).isProblem(404, "not-found");

        Reply made = administrator.put(path, to(beta, acme)).is(201);
        assertTrue(made.header("Location").endsWith("/roster/v1" + path), made.header("Location"));
        assertEquals(aliases(acme, beta), Json.texts(made.json().path("workspaces")));
        Reply read = administrator.get(path).is(200);
        assertEquals(made.json(), read.json());
        assertEquals(made.etag(), read.etag());
        assertEquals(robot, read.json().path("clientId").asText());

        Reply all = administrator.put(path, Map.of("all", true)).is(200);
        assertTrue(all.json().path("all").asBoolean());
        assertEquals(0, all.json().path("workspaces").size());
        assertNotEquals(read.etag(), all.etag());

        administrator.delete(path).is(204);
        administrator.get(path).isProblem(404, "not-found");
    }

    @Test
    void ofTwoWhoReadTheSameOneComesTooLate() {
        administrator.ifMatch("\"any\"").put(path, to(acme)).isProblem(412, "stale");
        String etag = administrator.put(path, to(acme)).is(201).etag();
        administrator.ifMatch(etag).put(path, to(beta)).is(200);
        administrator.ifMatch(etag).put(path, to(acme)).isProblem(412, "stale");
        administrator.ifMatch(etag).delete(path).isProblem(412, "stale");
        assertEquals(aliases(beta), bound());
        administrator
                .ifMatch(administrator.get(path).etag())
                .put(path, to(acme))
                .is(200);
        assertEquals(aliases(acme), bound());
    }

    @Test
    void ofTwoWhoChangeItAtOnceOneComesTooLate() {
        for (int round = 0; round < 10; round++) {
            administrator.put(path, Map.of("all", true));
            Api asRead = administrator.ifMatch(administrator.get(path).etag());
            assertEquals(List.of(200, 412), atOnce(asRead));
            assertEquals(1, bound().size());
            administrator.delete(path).is(204);
            assertEquals(List.of(200, 201), atOnce(administrator));
            assertEquals(1, bound().size(), "the second replaces the first");
        }
    }

    @Test
    void whatCantBeBoundIsSaid() {
        Reply unknown = administrator
                .put(
                        path,
                        Map.of(
                                "workspaces",
                                List.of(acme.alias(), "nowhere", acme.alias().toUpperCase(), "gone")))
                .isProblem(400, "validation");
        assertEquals(Set.of("workspaces"), unknown.violatedFields());
        for (String alias : List.of("nowhere", "gone", acme.alias().toUpperCase())) {
            assertTrue(unknown.json().path("detail").asText().contains(alias), unknown.text());
        }
        for (Object body : List.of(
                Map.of(),
                Map.of("all", false),
                Map.of("workspaces", List.of()),
                Map.of("all", true, "workspaces", aliases(acme)),
                Map.of("all", "yes"),
                Map.of("workspace", acme.alias()),
                "{\"workspaces\": [null]}",
                "{\"workspaces\": \"" + acme.alias() + "\"}",
                "null",
                "{")) {
            administrator.put(path, body).isProblem(400, "validation");
        }
        administrator.put("/bindings/" + RosterOff.APP, to(acme)).isProblem(400, "validation");
        administrator.put("/bindings/nobody", to(acme)).isProblem(404, "not-found");
        administrator.put("/bindings/" + robot.toUpperCase(), to(acme)).isProblem(404, "not-found");
        administrator.put("/bindings/%00", to(acme)).isProblem(404, "not-found");
        administrator.get(path).isProblem(404, "not-found");
        administrator.put(path, to(acme)).is(201);
    }

    @Test
    void aClientIdOfAnyFormIsFoundByIt() {
        for (String name : List.of("https://feed.example.com/v1?x=1", "Caf\u00e9 feed", "a;b=c", "a%2Fb", ".")) {
            ClientRepresentation client = new ClientRepresentation();
            client.setClientId(name + robot);
            client.setServiceAccountsEnabled(true);
            client.setSecret("secret");
            realm.keycloak().clients().create(client).close();
            String encoded = "/bindings/"
                    + URLEncoder.encode(name + robot, StandardCharsets.UTF_8).replace("+", "%20");
            Reply made = administrator.put(encoded, to(acme)).is(201);
            assertEquals(name + robot, made.json().path("clientId").asText());
            assertTrue(made.header("Location").endsWith(encoded), made.header("Location") + " for " + encoded);
            administrator.get(encoded).is(200);
            administrator.delete(encoded).is(204);
        }
    }

    @Test
    void theListHasEveryBoundClientOnceByItsName() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            names.add(realm.robot());
            administrator
                    .put("/bindings/" + names.get(i), i == 2 ? Map.of("all", true) : to(acme, beta))
                    .is(201);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = administrator.get("/bindings?max=2" + next).is(200).json();
            assertTrue(page.path("items").size() <= 2);
            page.path("items").forEach(item -> seen.add(item.path("clientId").asText()));
            next = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        }
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
        assertTrue(seen.containsAll(names), seen.toString());
        assertTrue(!seen.contains(robot), seen.toString());
        administrator.get("/bindings?max=0").isProblem(400, "validation");
        administrator.get("/bindings?after=x").isProblem(400, "validation");
        administrator.get("/bindings").is(200);
    }

    @Test
    void theRealmsOtherAddressesAreStillThere() {
        administrator.get("").is(200);
        administrator.get("/catalogue").is(200);
        administrator.get("/bindings").is(200);
        administrator.get(path + "/more").is(404);
    }

    @Test
    void aBindingIsTheClientsWhateverItIsCalled() {
        administrator.put(path, to(acme)).is(201);
        ClientRepresentation client = realm.client(robot).toRepresentation();
        client.setClientId(robot + "-renamed");
        realm.keycloak().clients().get(client.getId()).update(client);

        administrator.get(path).isProblem(404, "not-found");
        Reply renamed = administrator.get(path + "-renamed").is(200);
        assertEquals(aliases(acme), Json.texts(renamed.json().path("workspaces")));

        realm.keycloak().clients().get(client.getId()).remove();
        client.setId(null);
        realm.keycloak().clients().create(client).close();
        administrator.get(path + "-renamed").isProblem(404, "not-found");
    }

    /** The statuses of two changes that are sent at the same time, the lower first. */
    private List<Integer> atOnce(Api caller) {
        List<CompletableFuture<Integer>> calls = Stream.of(acme, beta)
                .map(workspace -> CompletableFuture.supplyAsync(
                        () -> caller.put(path, to(workspace)).status()))
                .toList();
        return calls.stream().map(CompletableFuture::join).sorted().toList();
    }

    private List<String> bound() {
        return Json.texts(administrator.get(path).is(200).json().path("workspaces"));
    }

    private static Map<String, ?> to(Workspace... workspaces) {
        return Map.of("workspaces", aliases(workspaces));
    }

    private static List<String> aliases(Workspace... workspaces) {
        return Arrays.stream(workspaces).map(Workspace::alias).sorted().toList();
    }
}
