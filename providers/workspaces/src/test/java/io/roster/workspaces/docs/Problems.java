// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import io.roster.workspaces.platform.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Problem documents: one schema for each code, so that a client that looks at {@code type} knows the other fields. */
final class Problems {

    /** The name of the schema of what Keycloak answers before Roster is asked. */
    static final String KEYCLOAK = "KeycloakError";

    private static final String MEDIA_TYPE = "application/problem+json";

    /** What some codes carry besides the five fields that all have. */
    private static final Map<ProblemCode, List<Extra>> EXTRAS = new EnumMap<>(Map.of(
            ProblemCode.VALIDATION,
                    List.of(new Extra("violations", true, list(Schemas.ref("Violation")), "What is wrong")),
            ProblemCode.FORBIDDEN,
                    List.of(new Extra(
                            "missing", false, list(text()), "On the people's surface: the permission that is missing")),
            ProblemCode.CEILING,
                    List.of(new Extra("missing", true, list(text()), "The permissions that the caller lacks")),
            ProblemCode.INSUFFICIENT_SCOPE, List.of(new Extra("scope", true, text(), "The scope that the token lacks")),
            ProblemCode.PLAN_REQUIRED,
                    List.of(
                            new Extra("plan", true, text(), "The name of the workspace's plan"),
                            new Extra("contact", true, text(), "Whom to ask, in words for people; may be empty")),
            ProblemCode.IN_USE, List.of(new Extra("usedBy", true, list(Schemas.ref("Users")), "What uses it")),
            ProblemCode.DUPLICATE,
                    List.of(new Extra(
                            "existing",
                            false,
                            text(),
                            "Key of the project, or id of the grant or override, that is there already"))));

    private record Extra(String field, boolean always, Schema schema, String description) {}

    private Problems() {}

    static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            schemas.put(name(code), schema(code));
        }
        schemas.put(
                "Violation",
                object("A field of the request that is wrong.")
                        .addProperty("field", text().description("Its name in the body, the query or the path"))
                        .addProperty("message", text())
                        .required(List.of("field", "message")));
        schemas.put(
                "Users",
                object("Of one kind, how many use it, and the ids of the first ten.")
                        .addProperty("kind", text())
                        .addProperty("count", OASFactory.createSchema().addType(SchemaType.INTEGER))
                        .addProperty("first", list(text()))
                        .required(List.of("kind", "count", "first")));
        schemas.put(
                KEYCLOAK,
                object("What Keycloak answers where it doesn't ask Roster.")
                        .addProperty("error", text())
                        .addProperty("error_description", text())
                        .required(List.of("error")));
        return schemas;
    }

    /** One answer for each status that one of these codes has. */
    static Map<String, APIResponse> responses(Collection<ProblemCode> codes) {
        Map<Integer, List<ProblemCode>> byStatus = codes.stream()
                .sorted()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        Map<String, APIResponse> responses = new LinkedHashMap<>();
        byStatus.forEach((status, some) -> responses.put(String.valueOf(status), response(some)));
        return responses;
    }

    private static APIResponse response(List<ProblemCode> codes) {
        Schema schema;
        if (codes.size() == 1) {
            schema = Schemas.ref(name(codes.get(0)));
        } else {
            schema = OASFactory.createSchema();
            var discriminator = OASFactory.createDiscriminator().propertyName("type");
            for (ProblemCode code : codes) {
                Schema one = Schemas.ref(name(code));
                schema.addOneOf(one);
                discriminator.addMapping(code.type(), one.getRef());
            }
            schema.discriminator(discriminator);
        }
        APIResponse response = OASFactory.createAPIResponse()
                .description(codes.stream()
                        .map(code -> "`" + code.code() + "`: " + code.title() + ".")
                        .collect(Collectors.joining("\n")))
                .content(OASFactory.createContent()
                        .addMediaType(MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
        if (codes.contains(ProblemCode.INVALID_TOKEN) || codes.contains(ProblemCode.INSUFFICIENT_SCOPE)) {
            response.addHeader(
                    "WWW-Authenticate",
                    OASFactory.createHeader()
                            .description("What is wrong with the token (RFC 6750).")
                            .schema(text()));
        }
        return response;
    }

    private static Schema schema(ProblemCode code) {
        List<String> required = new ArrayList<>(List.of("type", "title", "status", "detail", "instance"));
        Schema schema = object(code.title() + ".")
                .addProperty("type", constant(SchemaType.STRING, code.type()))
                .addProperty("title", text().description("For people"))
                .addProperty("status", constant(SchemaType.INTEGER, code.status()))
                .addProperty("detail", text().description("For people: what to send instead"))
                .addProperty("instance", text().description("The path that was called"));
        for (Extra extra : EXTRAS.getOrDefault(code, List.of())) {
            schema.addProperty(extra.field(), extra.schema().description(extra.description()));
            if (extra.always()) {
                required.add(extra.field());
            }
        }
        return schema.required(required);
    }

    /** {@code insufficient-scope} is {@code InsufficientScopeProblem}. */
    private static String name(ProblemCode code) {
        return Arrays.stream(code.code().split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Problem";
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema constant(SchemaType type, Object value) {
        return OASFactory.createSchema().addType(type).constValue(value);
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
