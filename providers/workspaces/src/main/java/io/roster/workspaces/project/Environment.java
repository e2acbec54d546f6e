// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import java.util.List;
import java.util.Locale;

/** A place in a project where apps keep data apart, such as production. Its key never changes and is never used again. */
public record Environment(String key, String name, boolean archived) {

    /** Those with which a project begins, named after their keys. */
    static List<Environment> first(List<String> keys) {
        return keys.stream().map(key -> new Environment(key, label(key), false)).toList();
    }

    private static String label(String key) {
        String words = key.replace('-', ' ').strip();
        return words.isEmpty() ? key : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    Environment named(String other) {
        return new Environment(key, other, archived);
    }

    Environment archived(boolean now) {
        return new Environment(key, name, now);
    }
}
