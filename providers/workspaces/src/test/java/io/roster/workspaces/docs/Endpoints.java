// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Every endpoint that the API has: the locators of both surfaces, and the methods of what they locate. */
final class Endpoints {

    private Endpoints() {}

    static List<Endpoint> all() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Surface surface : Surface.values()) {
            for (Method locator : surface.api().getDeclaredMethods()) {
                if (locator.isAnnotationPresent(Path.class)) {
                    collect(surface, locator, endpoints);
                }
            }
        }
        endpoints.sort(Comparator.comparing(Endpoint::fullPath).thenComparing(Endpoint::verb));
        return endpoints;
    }

    private static void collect(Surface surface, Method locator, List<Endpoint> endpoints) {
        String path = locator.getAnnotation(Path.class).value();
        for (Method handler : locator.getReturnType().getDeclaredMethods()) {
            if (isAPage(handler)) {
                continue;
            }
            verb(handler)
                    .ifPresent(verb ->
                            endpoints.add(new Endpoint(surface, verb, path + below(handler), locator, handler)));
        }
    }

    /** Something to look at, which no description of the API has. */
    private static boolean isAPage(Method handler) {
        Operation operation = handler.getAnnotation(Operation.class);
        return operation != null && operation.hidden();
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
