// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.workspaces.platform.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page {@code rest.md}: a table of calls for each feature, then what is sent and answered. */
final class RestPage {

    private static final String HEAD = """
            # REST reference

            Generated from the code by `./dev docs`, like [openapi.json](openapi.json); the build fails where it is stale. What
            holds for all calls is in [API](api.md), what the problem codes mean in [Errors](errors.md).

            People: below `/realms/{realm}/roster/v1`. Administrators: below `/admin/realms/{realm}/roster/v1`. `-`: not there.
            Not repeated in each row: a missing token is `invalid-token` (people) or Keycloak's own 401 (administrators), a
            missing scope `insufficient-scope`, a missing permission or right `forbidden`, and `not-ready` means that something
            has to be set up first.
            """;

    private static final Set<ProblemCode> NOT_REPEATED = EnumSet.of(
            ProblemCode.INVALID_TOKEN, ProblemCode.INSUFFICIENT_SCOPE, ProblemCode.FORBIDDEN, ProblemCode.NOT_READY);

    private final JsonNode api;

    private RestPage(JsonNode api) {
        this.api = api;
    }

    static String of(JsonNode api) {
        RestPage page = new RestPage(api);
        StringBuilder text = new StringBuilder(HEAD);
        for (JsonNode tag : api.path("tags")) {
            text.append(page.feature(tag));
        }
        text.append(page.parameters());
        text.append(
                "\n## What is sent and answered\n\nA field marked * has to be sent. Answers have all their fields.\n");
        api.path("components").path("schemas").properties().forEach(schema -> {
            if (!schema.getKey().endsWith("Problem")) {
                text.append(page.schema(schema.getKey(), schema.getValue()));
            }
        });
        return text.toString();
    }

    private String feature(JsonNode tag) {
        Map<String, List<Endpoint>> calls = new TreeMap<>();
        for (Endpoint endpoint : Endpoints.all()) {
            if (endpoint.tag().name().equals(tag.path("name").asText())) {
                String path = endpoint.path().replaceFirst("^v1", "");
                calls.computeIfAbsent(path + " " + endpoint.verb(), unused -> new ArrayList<>())
                        .add(endpoint);
            }
        }
        String rows = calls.values().stream().map(this::row).collect(Collectors.joining());
        return "\n## " + tag.path("name").asText() + "\n\n"
                + tag.path("description").asText()
                + "\n\n| call | does | takes | answers | people need | administrators need | problems |\n"
                + "|---|---|---|---|---|---|---|\n" + rows;
    }

    private String row(List<Endpoint> call) {
        Endpoint one = call.get(0);
        String path = one.path().replaceFirst("^v1", "");
        return "| `" + one.verb() + " " + (path.isEmpty() ? "/" : path) + "` | "
                + (one.operation().summary() + " " + one.operation().description()).strip() + " | " + takes(one) + " | "
                + answers(one) + " | " + needs(call, Surface.PEOPLE) + " | " + needs(call, Surface.ADMIN) + " | "
                + problems(call) + " |\n";
    }

    private String takes(Endpoint endpoint) {
        List<String> takes = new ArrayList<>();
        operation(endpoint).path("parameters").forEach(parameter -> {
            if (!parameter.path("in").asText().equals("path")) {
                takes.add("`" + parameter.path("name").asText() + "`");
            }
        });
        name(operation(endpoint).path("requestBody")).map(RestPage::link).ifPresent(takes::add);
        return takes.isEmpty() ? "-" : String.join(", ", takes);
    }

    private String answers(Endpoint endpoint) {
        List<String> answers = new ArrayList<>();
        operation(endpoint).path("responses").properties().forEach(response -> {
            if (response.getKey().compareTo("400") < 0) {
                List<String> parts = new ArrayList<>(List.of(response.getKey()));
                name(response.getValue()).map(RestPage::link).ifPresent(parts::add);
                response.getValue()
                        .path("headers")
                        .fieldNames()
                        .forEachRemaining(header -> parts.add("`" + header + "`"));
                answers.add(String.join(" ", parts));
            }
        });
        return String.join("; ", answers);
    }

    private static String needs(List<Endpoint> call, Surface surface) {
        return call.stream()
                .filter(endpoint -> endpoint.surface() == surface)
                .findFirst()
                .map(Endpoint::need)
                .orElse("-");
    }

    private static String problems(List<Endpoint> call) {
        Set<ProblemCode> codes = new TreeSet<>();
        call.forEach(endpoint -> codes.addAll(endpoint.problems()));
        codes.removeAll(NOT_REPEATED);
        return codes.isEmpty()
                ? "-"
                : codes.stream().map(code -> "`" + code.code() + "`").collect(Collectors.joining(" "));
    }

    private JsonNode operation(Endpoint endpoint) {
        return api.path("paths").path(endpoint.fullPath()).path(endpoint.verb().toLowerCase(Locale.ROOT));
    }

    /** The name of the schema of a body, if it has one. */
    private static Optional<String> name(JsonNode body) {
        String ref = body.path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asText();
        return ref.isEmpty() ? Optional.empty() : Optional.of(ref.substring(ref.lastIndexOf('/') + 1));
    }

    /** What is sent besides bodies, each once: a name means the same wherever it is taken, or has a row for each meaning. */
    private String parameters() {
        Set<String> rows = new TreeSet<>();
        api.path("paths")
                .findValues("parameters")
                .forEach(parameters -> parameters.forEach(parameter -> {
                    String in = parameter.path("in").asText();
                    rows.add("| `" + parameter.path("name").asText() + "` | "
                            + (in.equals("query") ? "" : in + ": ") + type(parameter.path("schema"))
                            + " | " + parameter.path("description").asText() + " |\n");
                }));
        return "\n## Parameters\n\nIn the query, unless said.\n\n| name | is | meaning |\n|---|---|---|\n"
                + String.join("", rows);
    }

    private String schema(String name, JsonNode schema) {
        Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        boolean isSent = schema.has("additionalProperties");
        Map<String, String> rows = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(field -> {
            String mark = isSent && required.contains(field.getKey()) ? "`*" : "`";
            rows.put("`" + field.getKey() + mark, type(field.getValue()) + " | " + meaning(field.getValue()));
        });
        return "\n### Fields of " + name + "\n\n" + schema.path("description").asText()
                + "\n\n| field | is | meaning |\n|---|---|---|\n"
                + rows.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String meaning(JsonNode field) {
        String text = field.path("description").asText();
        String example = field.path("examples").isEmpty()
                ? ""
                : "for instance `" + field.path("examples").get(0) + "`";
        return text.isEmpty() || example.isEmpty() ? text + example : text + "; " + example;
    }

    private static String type(JsonNode schema) {
        String ref = schema.path("$ref").asText();
        if (!ref.isEmpty()) {
            return link(ref.substring(ref.lastIndexOf('/') + 1));
        }
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .map(word -> "`" + word.asText() + "`")
                    .collect(Collectors.joining(", "));
        }
        List<String> names = new ArrayList<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> names.add(word(type.asText(), schema)));
        } else {
            names.add(word(schema.path("type").asText(), schema));
        }
        return String.join(" or ", names);
    }

    private static String word(String type, JsonNode schema) {
        return switch (type) {
            case "array" -> "list of " + type(schema.path("items"));
            case "object" ->
                schema.path("additionalProperties").isObject()
                        ? "object of " + type(schema.path("additionalProperties"))
                        : "object";
            case "string" ->
                schema.has("format")
                        ? schema.path("format").asText()
                        : schema.has("maxLength") ? "text, up to " + schema.path("maxLength") + " characters" : "text";
            case "integer" ->
                schema.has("minimum") && schema.has("maximum")
                        ? "number from " + schema.path("minimum") + " to " + schema.path("maximum")
                                + (schema.has("default") ? ", " + schema.path("default") + " unless said" : "")
                        : "number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    private static String link(String schema) {
        return "[" + schema + "](#fields-of-" + schema.toLowerCase(Locale.ROOT) + ")";
    }
}
