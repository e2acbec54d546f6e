// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import java.util.List;
import java.util.Locale;

/** A place in a project where apps keep data apart, such as production. Its key never changes and is never used again. */
public record Environment(String key, String name, boolean archived) {

    /** What a new project has, by the keys of the settings: an environment that is called like its key. */
    static List<Environment> of(List<String> keys) {
        return keys.stream()
                .map(key ->
                        new Environment(key, key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1), false))
                .toList();
    }

    Environment named(String other) {
        return new Environment(key, other, archived);
    }

    Environment archived(boolean now) {
        return new Environment(key, name, now);
    }
}
