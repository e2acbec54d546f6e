// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What {@code docs/reference/openapi.json} promises, held against what the server does: no answer has a status, a field
 * or a version that isn't described, and what the server takes may be sent. Calls of other addresses are none of its
 * business.
 */
public final class Contract {

    static final Contract OURS = new Contract(read());

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final JsonNode api;
    private final List<Template> templates = new ArrayList<>();
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private record Template(String path, Pattern pattern) {}

    Contract(JsonNode api) {
        this.api = api.deepCopy();
        this.api.path("components").path("schemas").forEach(Contract::close);
        this.api.path("paths").fieldNames().forEachRemaining(path -> {
            String regex = path.replaceAll("\\{[^}]+}", "[^/]+").replace(".", "\\.");
            templates.add(new Template(path, Pattern.compile(regex)));
        });
        // what is written out comes before what stands for anything
        templates.sort(Comparator.comparing(template -> template.path().replace("{", "~")));
    }

    /** The document itself. */
    public static JsonNode document() {
        return OURS.api;
    }

    /** Fails where this answer to this call isn't what the document says. */
    void check(Reply reply, Object sent) {
        operation(reply.method(), reply.uri().getRawPath()).ifPresent(operation -> {
            List<String> wrong = new ArrayList<>();
            JsonNode response = operation.path("responses").path(String.valueOf(reply.status()));
            if (response.isMissingNode()) {
                wrong.add("the status " + reply.status() + " isn't described");
            } else {
                wrong.addAll(body(response, reply));
                wrong.addAll(headers(response, reply));
            }
            JsonNode schema = schema(operation.path("requestBody"), "application/json");
            if (reply.status() / 100 == 2 && schema.isObject() && sent != null && !"".equals(sent)) {
                violations(schema, Json.read(Json.write(sent))).forEach(violation -> wrong.add("taken: " + violation));
            }
            if (!wrong.isEmpty()) {
                throw new AssertionError(reply.request() + "\n  not as docs/reference/openapi.json says: "
                        + String.join("\n  ", wrong) + "\n  " + reply.text());
            }
        });
    }

    private List<String> body(JsonNode response, Reply reply) {
        if (response.path("content").isMissingNode()) {
            return reply.text() == null || reply.text().isEmpty() ? List.of() : List.of("a body isn't described");
        }
        String type = String.valueOf(reply.header("Content-Type")).replaceFirst(" *;.*", "");
        JsonNode schema = schema(response, type);
        return schema.isMissingNode()
                ? List.of("the type " + type + " isn't described")
                : violations(schema, reply.json());
    }

    private static List<String> headers(JsonNode response, Reply reply) {
        List<String> wrong = new ArrayList<>();
        response.path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean() && reply.header(header.getKey()) == null) {
                wrong.add("no header " + header.getKey());
            }
        });
        if (reply.header("ETag") != null && !response.path("headers").has("ETag")) {
            wrong.add("an ETag isn't described");
        }
        return wrong;
    }

    private List<String> violations(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.put("$schema", DIALECT);
        whole.set("components", api.path("components"));
        return schemas.getSchema(whole);
    }

    private Optional<JsonNode> operation(String method, String path) {
        return templates.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .findFirst()
                .map(template -> api.path("paths").path(template.path()).path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private static JsonNode schema(JsonNode described, String type) {
        return described.path("content").path(type).path("schema");
    }

    /** Clients have to live with fields to come; a test that sees one that isn't described has found something. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    private static JsonNode read() {
        try {
            return Json.read(Files.readString(Path.of("../../docs/reference/openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
