// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.Project;
import java.util.regex.Pattern;

/** Where somebody starts: a project, and an environment of it. */
public record Start(String project, String environment) {

    /** What the keys of projects and environments look like. */
    public static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public static final String PRODUCTION = "production";

    /** Where everybody starts for whom nothing else is said, or who can't open what was said. */
    public static final Start USUAL = new Start(Project.MAIN, PRODUCTION);

    @Override
    public String toString() {
        return project + "/" + environment;
    }
}
