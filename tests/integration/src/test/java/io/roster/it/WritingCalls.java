// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The endpoints of a workspace that write, and what to send to each. */
final class WritingCalls {

    private static final Path LIST = Path.of("../../docs/reference/endpoints.txt");

    /** By endpoint below the workspace; null is no body. */
    private static final Map<String, Object> BODIES = new LinkedHashMap<>();

    static {
        BODIES.put("POST /roles", Map.of("name", "Made by a probe", "from", "consumer"));
        BODIES.put("PUT /roles/{role}", Map.of("name", "Changed by a probe", "permissions", List.of("charts.run")));
        BODIES.put("DELETE /roles/{role}", null);
        BODIES.put("POST /roles/{role}/reset", null);
        BODIES.put("PUT /roles/{role}/permissions/{permission}", null);
        BODIES.put("DELETE /roles/{role}/permissions/{permission}", null);
        BODIES.put("PUT /settings", Map.of("contact", "Ask a probe"));
        BODIES.put("PUT /teammates/{user}/role", Map.of("role", "architect"));
        BODIES.put("PUT /teammates/{user}/start", Map.of("environment", "development"));
        BODIES.put("POST /teammates/{user}/overrides", Map.of("effect", "deny", "permission", "charts.export"));
        BODIES.put("PUT /teammates/{user}/overrides/{override}", Map.of("reason", "Changed by a probe"));
        BODIES.put("DELETE /teammates/{user}/overrides/{override}", null);
        BODIES.put("POST /teams", Map.of("name", "Made by a probe"));
        BODIES.put("PUT /teams/{team}", Map.of("name", "Renamed by a probe"));
        BODIES.put("DELETE /teams/{team}", null);
        BODIES.put("PUT /teams/{team}/members/{user}", null);
        BODIES.put("DELETE /teams/{team}/members/{user}", null);
        BODIES.put("POST /teammates/{user}/suspend", null);
        BODIES.put("POST /teammates/{user}/reactivate", null);
        BODIES.put("DELETE /teammates/{user}", null);
        BODIES.put("DELETE /teammates/{user}/sessions", null);
        BODIES.put("DELETE /teammates/{user}/sessions/{session}", null);
        BODIES.put("POST /teams/{team}/grants", Map.of("project", "main", "role", "consumer"));
        BODIES.put("POST /projects", Map.of("key", "made-by-a-probe", "name", "Made by a probe"));
        BODIES.put("PUT /projects/{project}", Map.of("name", "Renamed by a probe"));
        BODIES.put("POST /projects/{project}/archive", null);
        BODIES.put("POST /projects/{project}/restore", null);
        BODIES.put("PUT /projects/{project}/environments/{environment}", Map.of("name", "Renamed by a probe"));
        BODIES.put("DELETE /projects/{project}/environments/{environment}", null);
        BODIES.put("POST /projects/{project}/grants", Map.of("team", Target.EMPTY_TEAM, "role", "consumer"));
        BODIES.put("PUT /projects/{project}/grants/{grant}", Map.of("role", "analyst"));
        BODIES.put("DELETE /projects/{project}/grants/{grant}", null);
    }

    private WritingCalls() {}

    static Set<String> endpoints() {
        return BODIES.keySet();
    }

    static Object body(String endpoint) {
        return BODIES.get(endpoint);
    }

    /** All lines of the generated list, each a surface, a method and a path. */
    static List<String> list() {
        try {
            return Files.readAllLines(LIST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
