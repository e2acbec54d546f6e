// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.Contract;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/**
 * The description of the API against the server. Every call of {@link Api} compares its answer with it, in all tests:
 * those that write are in {@link ProbesIT} and {@link AdminProbesIT}. Here are the calls that read, and what a
 * description says besides.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
class OpenApiIT {

    private static final Path FILE = Path.of("../../docs/reference/openapi.json");
    private static final Pattern PERMISSION = Pattern.compile("the permission `([^`]+)`");
    private static final Set<String> SCOPES = Set.of("roster:self", "roster:manage", "roster:check", "roster:spaces");
    private static final String MANAGE = "roster:manage";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRealm(config = RosterOff.class, ref = "off")
    ManagedRealm keycloakOffRealm;

    @InjectTestRealm(ref = "off", realmRef = "off")
    TestRealm offRealm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    /** Shared, because these tests read or are refused; the one that changes something makes its own. */
    private static Target acme;

    private static String robot;

    /** One operation of the document. */
    private record Operation(String verb, String path, JsonNode described) {

        static Stream<Operation> all() {
            List<Operation> all = new ArrayList<>();
            Contract.document()
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(verb -> {
                        if (verb.getValue().has("operationId")) {
                            all.add(new Operation(
                                    verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()));
                        }
                    }));
            return all.stream();
        }

        boolean isOfPeople() {
            return path.startsWith("/realms/");
        }

        List<String> scopes() {
            return Json.texts(described.path("security").path(0).path("people"));
        }

        boolean isList() {
            return described.path("parameters").findValuesAsText("name").contains("after");
        }

        JsonNode body() {
            String ref = described
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema")
                    .path("$ref")
                    .asText("#/none");
            return Contract.document().at(ref.substring(1));
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    @BeforeEach
    void aFilledRealm() {
        if (acme == null) {
            acme = Target.in(realm);
            robot = realm.robot();
            realm.bind(robot, acme.workspace());
        }
    }

    @AfterAll
    static void theRealmIsGone() {
        acme = null;
    }

    static Stream<Operation> readingOperations() {
        return Operation.all().filter(operation -> operation.verb().equals("GET"));
    }

    static Stream<Operation> operationsWithABody() {
        return Operation.all().filter(operation -> !operation.body().isMissingNode());
    }

    static Stream<Operation> operationsOfPeople() {
        return Operation.all().filter(Operation::isOfPeople);
    }

    @Test
    void anybodyReadsTheDescriptionThatIsCheckedIn() throws IOException {
        Api nobody = realm.asNobody();

        Reply served = nobody.with("Origin", "https://app.example.com")
                .get("/openapi.json")
                .is(200);

        assertEquals(Files.readString(FILE), served.text());
        assertEquals("*", served.header("Access-Control-Allow-Origin"));
        assertEquals("public, max-age=3600", served.header("Cache-Control"));
        nobody.with("If-None-Match", served.etag()).get("/openapi.json").is(304);
        nobody.with("If-None-Match", "\"another\"").get("/openapi.json").is(200);
        offRealm.asNobody().get("/openapi.json").isProblem(409, "not-ready");
    }

    @ParameterizedTest
    @MethodSource("readingOperations")
    void whatReadsAnswersAsDescribed(Operation operation) {
        Api caller = may(operation);
        String path = fill(operation);

        JsonNode answer = caller.get(path).is(200).json();

        if (operation.isList()) {
            assertTrue(answer.path("items").size() > 0, answer.toString());
            JsonNode page = caller.get(path + "?max=1").is(200).json();
            if (!page.path("next").isNull()) {
                caller.get(path + "?max=1&after=" + page.path("next").asText()).is(200);
            }
            caller.get(path + "?max=501").isProblem(400, "validation");
        }
    }

    @ParameterizedTest
    @MethodSource("readingOperations")
    void theWordsThatAParameterTakesAreThoseThatAreDescribed(Operation operation) {
        Api caller = may(operation);
        String path = fill(operation);
        operation.described().path("parameters").forEach(parameter -> {
            String query = path + "?" + parameter.path("name").asText() + "=";
            List<String> words = Json.texts(parameter.path("schema").path("enum"));
            words.forEach(word -> caller.get(query + word).is(200));
            if (!words.isEmpty()) {
                caller.get(query + "nonsense").isProblem(400, "validation");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void whatIsReadIsWhatIsDescribed(Operation operation) {
        Reply refused = send(operation, may(operation), Map.of("nonsense", 1)).isProblem(400, "validation");

        String detail = refused.json().path("detail").asText();
        Set<String> described = new TreeSet<>();
        operation.body().path("properties").fieldNames().forEachRemaining(described::add);
        assertEquals(
                described,
                new TreeSet<>(Arrays.asList(detail.replaceFirst(".*: ", "").split(", "))),
                detail);
    }

    @ParameterizedTest
    @MethodSource("operationsOfPeople")
    void theScopesAreThoseThatAreDescribed(Operation operation) {
        if (operation.scopes().isEmpty()) {
            send(operation, realm.asNobody(), null).is(200);
            return;
        }
        assertEquals(1, operation.scopes().size());
        String scope = operation.scopes().get(0);
        String[] others = SCOPES.stream().filter(other -> !other.equals(scope)).toArray(String[]::new);
        send(operation, realm.asNobody(), null).isProblem(401, "invalid-token");

        Reply refused = send(operation, realm.as(acme.boss(), others), null).isProblem(403, "insufficient-scope");

        assertEquals(scope, refused.json().path("scope").asText());
    }

    @ParameterizedTest
    @MethodSource("operationsOfPeople")
    void thePermissionIsTheOneThatIsDescribed(Operation operation) {
        Person nobodyMuch = realm.person();
        acme.workspace().add(nobodyMuch);
        Api caller = realm.as(nobodyMuch, SCOPES.toArray(String[]::new));
        Matcher permission =
                PERMISSION.matcher(operation.described().path("description").asText());

        Reply reply = send(operation, caller, WritingCalls.body(below(operation)));

        if (permission.find()) {
            reply.isProblem(403, "forbidden");
            assertEquals(List.of(permission.group(1)), Json.texts(reply.json().path("missing")));
        } else {
            reply.is(200);
        }
    }

    @Test
    void everyCodeThatIsDescribedIsAnswered() {
        Target own = Target.in(realm);
        Api boss = realm.as(own.boss(), MANAGE);
        Api mate = realm.as(own.mate(), MANAGE);
        String roles = own.workspace().path("/roles");
        String custom = roles + "/" + own.custom();
        String form = "application/x-www-form-urlencoded";
        Map<String, ?> body = Map.of("name", "Another", "from", "consumer");
        List<Reply> replies = new ArrayList<>();

        replies.add(boss.post(roles, Map.of("name", "", "from", "consumer")).is(400));
        replies.add(boss.with("Content-Type", form).post(roles, "name=x").is(400));
        replies.add(realm.asNobody().get(roles).is(401));
        replies.add(mate.post(roles, body).is(403));
        replies.add(realm.as(own.boss(), "roster:self").get(roles).is(403));
        replies.add(boss.get(roles + "/none").is(404));
        replies.add(
                boss.post(roles, Map.of("name", "Spare", "from", "consumer")).is(409));
        replies.add(
                boss.put(own.workspace().path("/teammates/" + own.boss().id() + "/role"), Map.of("role", "consumer"))
                        .is(409));
        replies.add(offRealm.asNobody().get("/catalogue").is(409));
        replies.add(boss.ifMatch("\"another\"").delete(custom).is(412));
        String grant = own.grant();
        server.run(session -> session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createNativeQuery("update WS_GRANT set SOURCE = 'scim' where ID = :grant")
                .setParameter("grant", grant)
                .executeUpdate());
        replies.add(boss.delete(own.workspace().path("/projects/" + own.project() + "/grants/" + grant))
                .is(409));
        replies.add(boss.post(roles, " ".repeat((1 << 20) + 1)).is(413));
        realm.assign(own.workspace(), own.mate(), own.custom());
        replies.add(boss.delete(custom).is(409));
        realm.asAdministrator()
                .delete(own.workspace().path("/roles/admin/permissions/user-permissions.change"))
                .is(200);
        realm.asAdministrator()
                .delete(own.workspace().path("/roles/admin/permissions/definitions.verify"))
                .is(200);
        replies.add(
                boss.put(roles + "/read-only/permissions/definitions.verify").is(403));
        realm.asAdministrator()
                .put("/plans/small", Map.of("name", "Small", "entitlements", List.of()))
                .is(201);
        realm.asAdministrator()
                .put(own.workspace().path("/plan"), Map.of("plan", "small"))
                .is(200);
        replies.add(boss.post(roles, body).is(403));

        Set<String> answered = new TreeSet<>();
        replies.forEach(reply -> answered.add(reply.json().path("type").asText()));
        Set<String> described = new TreeSet<>();
        Contract.document().path("components").path("schemas").properties().forEach(schema -> {
            if (schema.getKey().endsWith("Problem")) {
                described.add(schema.getValue()
                        .path("properties")
                        .path("type")
                        .path("const")
                        .asText());
            }
        });
        assertEquals(described, answered);
    }

    private Api may(Operation operation) {
        return operation.isOfPeople()
                ? operation.scopes().isEmpty()
                        ? realm.asNobody()
                        : realm.as(acme.boss(), operation.scopes().get(0))
                : realm.asAdministrator();
    }

    private Reply send(Operation operation, Api caller, Object body) {
        return caller.send(operation.verb(), fill(operation), body);
    }

    /** As {@link WritingCalls} names it. */
    private static String below(Operation operation) {
        return operation.verb() + " " + operation.path().replaceFirst(".*\\{workspace}", "");
    }

    /** The path below the surface's base, with something that is there for everything that it names. */
    private String fill(Operation operation) {
        return operation
                .path()
                .replaceFirst("^(/admin)?/realms/\\{realm}/roster/v1", "")
                .replace("{workspace}", acme.workspace().alias())
                .replace("{role}", acme.custom())
                .replace("{permission}", "charts.run")
                .replace("{user}", acme.mate().id())
                .replace("{plan}", "everything")
                .replace("{team}", acme.team())
                .replace("{project}", acme.project())
                .replace("{environment}", "development")
                .replace("{grant}", acme.grant())
                .replace("{override}", acme.override())
                .replace("{session}", acme.session())
                .replace("{clientId}", robot);
    }
}
