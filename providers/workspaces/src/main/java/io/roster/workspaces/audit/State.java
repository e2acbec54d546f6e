// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.workspaces.platform.Json;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How something was before or after, as compact JSON that always fits its column. What today's changes write fits
 * whole. Of what doesn't, the longest fields give way to {@code {"omitted": <characters>}}, so that nothing is missing
 * without a word.
 */
public record State(String json) {

    /** Counted in UTF-16 units, of which no database counts more to a character than two. */
    static final int LONGEST = 4000;

    private static final String OMITTED = "omitted";

    public State {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("A state has at most " + LONGEST + " characters, not " + json.length());
        }
    }

    static State of(Map<String, ?> fields) {
        Map<String, Object> kept = new LinkedHashMap<>(fields);
        while (length(kept) > LONGEST) {
            Map.Entry<String, Object> longest = kept.entrySet().stream()
                    .filter(field -> !isOmitted(field.getValue()))
                    .max(Comparator.comparing(field -> length(field.getValue())))
                    .orElse(null);
            if (longest == null) {
                return new State(Json.write(omitted(fields)));
            }
            longest.setValue(omitted(longest.getValue()));
        }
        return new State(Json.write(kept));
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<?, ?> read = Json.read(json, LinkedHashMap.class, "state");
        read.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }

    private static Map<String, Object> omitted(Object value) {
        return Map.of(OMITTED, length(value));
    }

    private static boolean isOmitted(Object value) {
        return value instanceof Map<?, ?> map && map.size() == 1 && map.containsKey(OMITTED);
    }

    private static int length(Object value) {
        return Json.write(value).length();
    }
}
