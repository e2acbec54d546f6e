// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * The scanned schemas, made to say what {@code platform.Json} does: it writes every field of a record, null or not, and
 * refuses a field that it doesn't know.
 */
final class Schemas {

    private static final String HOME = "#/components/schemas/";

    private final Map<List<String>, List<String>> words = new LinkedHashMap<>();
    private final Map<String, Schema> schemas;
    private final Set<String> requests = new LinkedHashSet<>();
    private final Set<String> answers = new LinkedHashSet<>();

    Schemas(IndexView classes, Map<String, Schema> scanned) {
        this.schemas = new TreeMap<>(scanned);
        for (ClassInfo type : classes.getKnownClasses()) {
            if (type.isEnum() && type.method("key") != null) {
                words.put(
                        type.enumConstants().stream().map(FieldInfo::name).toList(),
                        keys(type.name().toString()));
            }
        }
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(HOME + name);
    }

    /** The schema of a body that is read. */
    Schema request(Class<?> type) {
        String name = name(type);
        requests.add(name);
        return ref(name);
    }

    /** Whether the body has to be there: not where none of its fields has to. */
    boolean requires(Class<?> type) {
        return schemas.get(name(type)).getRequired() != null;
    }

    /** The schema of what is written. */
    Schema answer(Class<?> type) {
        if (type == Object.class) {
            return OASFactory.createSchema().addType(SchemaType.OBJECT);
        }
        String name = name(type);
        answers.add(name);
        return ref(name);
    }

    /** The schema of one page of a list of these. */
    Schema page(Class<?> type) {
        String name = name(type) + "Page";
        schemas.put(
                name,
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .description("One page of a list.")
                        .addProperty(
                                "items",
                                OASFactory.createSchema()
                                        .addType(SchemaType.ARRAY)
                                        .items(answer(type)))
                        .addProperty(
                                "next",
                                OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .addType(SchemaType.NULL)
                                        .description("To send as `after` for the next page; null on the last"))
                        .required(List.of("items", "next")));
        return ref(name);
    }

    /** Whether what is written has a version, and so comes with an {@code ETag}. */
    boolean isVersioned(Class<?> type) {
        return type != Object.class && schemas.get(name(type)).getProperties().containsKey("version");
    }

    /** What is left in the end: only what somebody refers to, each complete. */
    Map<String, Schema> finished() {
        Map<String, Schema> finished = new TreeMap<>(Problems.schemas());
        schemas.forEach((name, schema) -> {
            if (name.endsWith("Page")) {
                finished.put(name, schema);
            }
        });
        reach(requests).forEach(name -> {
            Schema schema = checked(name);
            finished.put(
                    name,
                    schema.additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false)));
        });
        reach(answers).forEach(name -> {
            assertFalse(requests.contains(name), name + " is read and written: have a record for each");
            Schema schema = checked(name);
            finished.put(
                    name, schema.required(new ArrayList<>(schema.getProperties().keySet())));
        });
        return finished;
    }

    /** A scanned Java enum comes with the names of its constants; on the wire are their keys. */
    void write(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && isWords(schemas.get(local(schema)))) {
            schema.enumeration(schemas.get(local(schema)).getEnumeration()).ref(null);
        }
        if (schema.getEnumeration() != null) {
            List<String> names =
                    schema.getEnumeration().stream().map(String::valueOf).toList();
            schema.enumeration(new ArrayList<>(words.getOrDefault(names, names)));
            schema.type(List.of(SchemaType.STRING));
        }
        write(schema.getItems());
        write(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::write);
        }
    }

    private Set<String> reach(Set<String> names) {
        Set<String> reached = new LinkedHashSet<>();
        names.forEach(name -> reach(ref(name), reached));
        return reached;
    }

    private void reach(Schema schema, Set<String> reached) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && reached.add(local(schema))) {
            Schema target = schemas.get(local(schema));
            assertNotNull(target, schema.getRef());
            write(target);
            reach(target, reached);
        }
        reach(schema.getItems(), reached);
        reach(schema.getAdditionalPropertiesSchema(), reached);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> reach(property, reached));
        }
    }

    private Schema checked(String name) {
        Schema schema = schemas.get(name);
        assertFalse(
                name.endsWith("Representation") || name.matches(".*\\d"), name + " needs a @Schema(name) of its own");
        assertTrue(schema.getDescription() != null, name + " needs a @Schema(description)");
        return schema;
    }

    private static boolean isWords(Schema schema) {
        return schema != null && schema.getEnumeration() != null && schema.getProperties() == null;
    }

    private static String name(Class<?> type) {
        var annotation = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        assertNotNull(annotation, type + " needs a @Schema(name, description)");
        return annotation.name();
    }

    private static String local(Schema schema) {
        return schema.getRef().substring(HOME.length());
    }

    private static List<String> keys(String type) {
        try {
            Class<?> words = Class.forName(type);
            Method key = words.getDeclaredMethod("key");
            key.setAccessible(true);
            List<String> keys = new ArrayList<>();
            for (Object constant : words.getEnumConstants()) {
                keys.add((String) key.invoke(constant));
            }
            return keys;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type, e);
        }
    }
}
