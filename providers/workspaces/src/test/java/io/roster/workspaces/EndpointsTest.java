// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The list of all endpoints, {@code docs/reference/endpoints.txt}, is what the code has. Server tests probe every
 * writing line of it with every kind of caller, so that no endpoint is added without that.
 */
class EndpointsTest {

    private static final java.nio.file.Path LIST = java.nio.file.Path.of("../../docs/reference/endpoints.txt");

    @Test
    void theListIsWhatTheCodeHas() throws IOException {
        List<String> endpoints = new ArrayList<>();
        collect("people", WorkspacesApi.class, endpoints);
        collect("admin", AdminWorkspacesApi.class, endpoints);
        assertTrue(endpoints.size() > 15, endpoints.toString());
        String text = String.join("\n", endpoints.stream().sorted().toList()) + "\n";
        if (Boolean.getBoolean("roster.docs.write")) {
            Files.writeString(LIST, text);
        }
        assertEquals(text, Files.exists(LIST) ? Files.readString(LIST) : "", "run ./dev docs and commit the list");
    }

    private static void collect(String surface, Class<?> api, List<String> endpoints) {
        for (Method locator : api.getDeclaredMethods()) {
            if (!locator.isAnnotationPresent(Path.class)) {
                continue;
            }
            String path = locator.getAnnotation(Path.class).value();
            for (Method method : locator.getReturnType().getDeclaredMethods()) {
                verb(method).ifPresent(verb -> endpoints.add(surface + " " + verb + " " + path + below(method)));
            }
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String below(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }
}
