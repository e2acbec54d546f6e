// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The types of the console: one for each schema of the API's description, and one for each set of words in it. */
final class TypeScript {

    private static final String HEAD = """
            // SPDX-License-Identifier: Apache-2.0
            // Generated from docs/reference/openapi.json by ./dev docs; the build fails where it is stale.
            """;

    private final StringBuilder text = new StringBuilder(HEAD);
    private final List<String> problems = new ArrayList<>();

    private TypeScript() {}

    static String of(JsonNode api) {
        TypeScript types = new TypeScript();
        api.path("components").path("schemas").properties().forEach(schema -> {
            types.declare(schema.getKey(), schema.getValue());
        });
        types.text.append(
                "\n/** Every refusal of Roster's own; tell them apart by `type`. */\nexport type Problem =\n");
        types.text
                .append(types.problems.stream().map(name -> "  | " + name).collect(Collectors.joining("\n")))
                .append(";\n");
        return types.text.toString();
    }

    private void declare(String name, JsonNode schema) {
        if (name.endsWith("Problem")) {
            problems.add(name);
        }
        List<String> unions = new ArrayList<>();
        StringBuilder fields = new StringBuilder();
        Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        schema.path("properties").properties().forEach(property -> {
            String field = property.getKey();
            String type = type(
                    name + Character.toUpperCase(field.charAt(0)) + field.substring(1), property.getValue(), unions);
            fields.append(comment(property.getValue(), "  "))
                    .append("  " + field + (required.contains(field) ? ": " : "?: ") + type + ";\n");
        });
        unions.forEach(text::append);
        text.append("\n")
                .append(comment(schema, ""))
                .append("export interface " + name + " {\n")
                .append(fields)
                .append("}\n");
    }

    /** @param name that a set of words gets, of which the caller declares what {@code unions} then has */
    private static String type(String name, JsonNode schema, List<String> unions) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asText().replaceFirst(".*/", "");
        }
        if (schema.has("const")) {
            return schema.path("const").toString().replace('"', '\'');
        }
        if (schema.has("enum")) {
            List<String> words = StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .filter(word -> !word.isNull())
                    .map(word -> "'" + word.asText() + "'")
                    .toList();
            unions.add("\nexport type " + name + " = " + String.join(" | ", words) + ";\n");
            return orNull(schema, name);
        }
        return orNull(schema, plain(name, schema, unions));
    }

    private static String plain(String name, JsonNode schema, List<String> unions) {
        List<String> kinds =
                kinds(schema).stream().filter(kind -> !kind.equals("null")).toList();
        if (kinds.size() != 1) {
            return "unknown";
        }
        return switch (kinds.get(0)) {
            case "string" -> "string";
            case "boolean" -> "boolean";
            case "integer", "number" -> "number";
            case "array" -> {
                String item = type(name, schema.path("items"), unions);
                yield item.contains(" ") ? "(" + item + ")[]" : item + "[]";
            }
            case "object" -> "Record<string, " + type(name, schema.path("additionalProperties"), unions) + ">";
            default -> throw new IllegalStateException(name + " has a type that no TypeScript is known for: " + schema);
        };
    }

    private static String orNull(JsonNode schema, String type) {
        return kinds(schema).contains("null") ? type + " | null" : type;
    }

    private static List<String> kinds(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual()
                ? List.of(type.asText())
                : StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    private static String comment(JsonNode schema, String indent) {
        String words = schema.path("description").asText();
        return words.isEmpty()
                ? ""
                : indent + "/** " + words.replace("*/", "* /").replace("\n", " ") + " */\n";
    }
}
