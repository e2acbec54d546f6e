// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.access.Start;
import java.util.List;

/** A place in a project where apps keep data apart, such as production. Its key never changes and is never used again. */
public record Environment(String key, String name, boolean archived) {

    /** What every new project has. The first of them can't be archived. */
    static final List<Environment> USUAL = List.of(
            new Environment(Start.PRODUCTION, "Production", false),
            new Environment("development", "Development", false));

    Environment named(String other) {
        return new Environment(key, other, archived);
    }

    Environment archived(boolean now) {
        return new Environment(key, name, now);
    }
}
