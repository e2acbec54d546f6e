// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roster.workspaces.platform.PageRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.Index;

/**
 * The OpenAPI document: what SmallRye scans, and on top of it what is the same for all endpoints and so stands at none:
 * tokens, problems, versions, pages, that a record is written with all its fields and read with no others.
 */
final class ApiDescription implements OASFilter {

    private static final String JSON = "application/json";
    private static final String NO_CONTENT = "204";
    private static final List<String> ORDER = List.of("openapi", "info", "servers", "tags", "paths", "components");

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("realm", "Name of the realm."),
            Map.entry("workspace", "Alias of the organization."),
            Map.entry("role", "Key of a role."),
            Map.entry("permission", "Key of a permission of the realm's catalogue."),
            Map.entry("user", "Keycloak's id of the user."),
            Map.entry("project", "Key of a project."),
            Map.entry("environment", "Key of an environment."),
            Map.entry("grant", "Id of a grant."),
            Map.entry("team", "Id of a team, which is Keycloak's own of the group."),
            Map.entry("clientId", "Client id of a client, percent-encoded where it has a slash or the like."),
            Map.entry("plan", "Key of a plan."),
            Map.entry("max", "How many at most."),
            Map.entry("after", "The `next` of the page before, as it is."),
            Map.entry(
                    "If-Match",
                    "The `ETag` that was read. If another is the present one, the answer is `stale`. Without it the"
                            + " last change wins."));

    /** Made once: it takes a while, and several pages come from it. */
    private static String json;

    private final Index classes;
    private Schemas schemas;

    private ApiDescription(Index classes) {
        this.classes = classes;
    }

    /** The document as it is checked in and served. */
    static synchronized String json() throws IOException {
        if (json == null) {
            json = write();
        }
        return json;
    }

    private static String write() throws IOException {
        Index classes = Scan.classes();
        JsonNode scanned = new ObjectMapper()
                .readTree(Scan.of(classes, new ApiDescription(classes)).toJSON());
        ObjectNode ordered = new ObjectMapper().createObjectNode();
        ORDER.forEach(field -> ordered.set(field, scanned.required(field)));
        assertEquals(scanned.size(), ordered.size(), "a part without a place");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(ordered) + "\n";
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        schemas = new Schemas(classes, api.getComponents().getSchemas());
        List<Endpoint> endpoints = Endpoints.all();
        long operations = api.getPaths().getPathItems().values().stream()
                .mapToLong(path -> path.getOperations().size())
                .sum();
        assertEquals(endpoints.size(), operations, "the scan found other endpoints than the walk");
        for (Endpoint endpoint : endpoints) {
            PathItem path = api.getPaths().getPathItem(endpoint.fullPath());
            assertNotNull(path, endpoint.line());
            Operation operation = path.getOperations().get(PathItem.HttpMethod.valueOf(endpoint.verb()));
            assertNotNull(operation, endpoint.line());
            describe(endpoint, operation);
            Stream.of(path.getParameters(), operation.getParameters())
                    .filter(parameters -> parameters != null)
                    .flatMap(List::stream)
                    .forEach(parameter -> describe(endpoint, parameter));
        }
        api.getPaths().setPathItems(new TreeMap<>(api.getPaths().getPathItems()));
        api.getComponents().setSchemas(schemas.finished());
        frame(api);
    }

    private void describe(Endpoint endpoint, Operation operation) {
        String line = endpoint.line();
        assertNotNull(endpoint.operation(), line + " needs an @Operation");
        assertNotNull(endpoint.terms(), line + " needs @Terms");
        assertNotNull(endpoint.tag(), line + ": its resource needs a @Tag");
        assertTrue(endpoint.operation().summary().endsWith("."), line + " needs a summary, which is a sentence");
        assertTrue(!endpoint.operation().operationId().isEmpty(), line + " needs an operationId");
        assertTrue(
                endpoint.surface() == Surface.PEOPLE
                        || !endpoint.terms().administrator().isEmpty(),
                line + ": its terms don't say what an administrator needs");
        operation.setOperationId(
                endpoint.surface().operationId(endpoint.operation().operationId()));
        operation.setDescription((endpoint.operation().description() + " " + "Needs " + endpoint.need() + ".").strip());
        assertTrue(
                endpoint.surface() == Surface.ADMIN
                        || endpoint.isPublic() == endpoint.scopes().isEmpty(),
                line
                        + ": its locator needs a @SecurityRequirement with a scope, or @SecurityRequirements for the public");
        operation.setSecurity(
                endpoint.isPublic()
                        ? List.of()
                        : List.of(OASFactory.createSecurityRequirement()
                                .addScheme(endpoint.surface().word(), endpoint.scopes())));
        operation.setRequestBody(null);
        if (endpoint.takesABody()) {
            assertNotNull(endpoint.body(), line + " reads a body and needs a @RequestBodySchema");
            operation.setRequestBody(OASFactory.createRequestBody()
                    .required(schemas.requires(endpoint.body()))
                    .content(content(schemas.request(endpoint.body()))));
        }
        if (endpoint.isConditional()) {
            operation.addParameter(OASFactory.createParameter()
                    .name("If-None-Match")
                    .in(Parameter.In.HEADER)
                    .description("The `ETag` that was read before.")
                    .schema(text()));
        }
        if (endpoint.isForced()) {
            operation.addParameter(OASFactory.createParameter()
                    .name("force")
                    .in(Parameter.In.QUERY)
                    .description("Whether to do it even if nobody is left who can run the workspace.")
                    .schema(OASFactory.createSchema()
                            .addType(SchemaType.BOOLEAN)
                            .defaultValue(false)));
        }
        operation.setResponses(responses(endpoint));
    }

    private APIResponses responses(Endpoint endpoint) {
        APIResponses responses = OASFactory.createAPIResponses();
        answers(endpoint).forEach((status, description) -> {
            assertTrue(description.endsWith("."), endpoint.line() + ": " + status + " needs a description");
            responses.addAPIResponse(status, success(endpoint, status).description(description));
        });
        if (endpoint.isConditional()) {
            responses.addAPIResponse(
                    "304",
                    OASFactory.createAPIResponse()
                            .description("It is still what was read before.")
                            .addHeader("ETag", etag()));
        }
        if (endpoint.surface() == Surface.ADMIN) {
            responses.addAPIResponse(
                    "401",
                    OASFactory.createAPIResponse()
                            .description("Keycloak's own answer where the token is missing or not valid.")
                            .content(content(Schemas.ref(Problems.KEYCLOAK))));
        }
        Problems.responses(endpoint.problems()).forEach(responses::addAPIResponse);
        if (endpoint.takesAQuery()) {
            keycloaksOwn(
                    responses.getAPIResponse("400"), "to a query with a NUL in it (InvalidQueryParameterFilter, 26.7)");
        }
        if (!endpoint.isPublic() && endpoint.surface() == Surface.PEOPLE) {
            keycloaksOwn(responses.getAPIResponse("403"), "to a browser app whose origin isn't one of its client's");
        }
        return responses;
    }

    /** Adds what Keycloak answers with the same status before it asks Roster. */
    private static void keycloaksOwn(APIResponse refused, String to) {
        refused.setDescription(refused.getDescription() + "\nKeycloak's own answer " + to + ".");
        content(Schemas.ref(Problems.KEYCLOAK)).getMediaTypes().forEach(refused.getContent()::addMediaType);
    }

    /** What each status says that isn't a refusal. */
    private static Map<String, String> answers(Endpoint endpoint) {
        Map<String, String> answers = new TreeMap<>();
        APIResponseSchema answer = endpoint.answer();
        if (answer != null) {
            answers.put(answer.responseCode().isEmpty() ? "200" : answer.responseCode(), answer.responseDescription());
        }
        for (var other : endpoint.handler()
                .getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class)) {
            answers.put(other.responseCode(), other.description());
        }
        assertTrue(
                answer != null || answers.keySet().equals(Set.of(NO_CONTENT)),
                endpoint.line() + " needs an @APIResponseSchema, or an @APIResponse of 204");
        return answers;
    }

    private APIResponse success(Endpoint endpoint, String status) {
        APIResponse response = OASFactory.createAPIResponse();
        if (status.equals(NO_CONTENT)) {
            return response;
        }
        Class<?> answer = endpoint.answer().value();
        response.content(content(endpoint.isAList() ? schemas.page(answer) : schemas.answer(answer)));
        if (endpoint.isConditional() || !endpoint.isAList() && schemas.isVersioned(answer)) {
            response.addHeader("ETag", etag());
        }
        if (status.equals("201")) {
            response.addHeader(
                    "Location",
                    OASFactory.createHeader()
                            .description("Where it is.")
                            .required(true)
                            .schema(text().format("uri")));
        }
        return response;
    }

    private void describe(Endpoint endpoint, Parameter parameter) {
        schemas.write(parameter.getSchema());
        if (parameter.getName().equals("max")) {
            parameter.setSchema(OASFactory.createSchema()
                    .addType(SchemaType.INTEGER)
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(PageRequest.LARGEST_MAX))
                    .defaultValue(PageRequest.DEFAULT_MAX));
        }
        if (parameter.getSchema().getType() == null) {
            parameter.getSchema().addType(SchemaType.STRING); // one that was described loses what it had from Java
        }
        if (parameter.getDescription() == null) {
            parameter.setDescription(PARAMETERS.get(parameter.getName()));
        }
        assertNotNull(
                parameter.getDescription(),
                endpoint.line() + ": the parameter " + parameter.getName() + " needs a @Parameter(description)");
    }

    private static void frame(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Roster")
                .version(System.getProperty("roster.version").replace("-SNAPSHOT", ""))
                .description("""
                        Workspaces, teammates, roles and permissions in Keycloak organizations.

                        Below `/realms` is the API of a workspace's people and of apps: it needs an access token of the realm with
                        the audience `roster` and a `roster:*` scope. Below `/admin/realms` is the API of realm administrators: it
                        needs a token as Keycloak's own admin API does. A refusal is a problem document (RFC 9457); decide by its
                        `type`.""")
                .license(OASFactory.createLicense().name("Apache License 2.0").identifier("Apache-2.0")));
        // where Keycloak begins, seen from where it serves this document
        api.setServers(List.of(OASFactory.createServer().url("../../../..").description("This Keycloak.")));
        api.getComponents()
                .addSecurityScheme(
                        Surface.PEOPLE.word(),
                        bearer("An access token of the realm, with the audience `roster` and the scope that is named."))
                .addSecurityScheme(
                        Surface.ADMIN.word(),
                        bearer("An access token with which Keycloak's own admin API can be called."));
    }

    private static SecurityScheme bearer(String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(description);
    }

    private static Content content(Schema schema) {
        return OASFactory.createContent()
                .addMediaType(JSON, OASFactory.createMediaType().schema(schema));
    }

    private static Header etag() {
        return OASFactory.createHeader()
                .description("The version, in quotes; `If-Match` and `If-None-Match` take it as it is.")
                .required(true)
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
