// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.Project;

/** Where somebody starts: a project, and an environment of it. */
public record Start(String project, String environment) {

    public static final String PRODUCTION = "production";

    /** Where everybody starts for whom nothing else is said, or who can't open what was said. */
    public static final Start USUAL = new Start(Project.MAIN, PRODUCTION);

    @Override
    public String toString() {
        return project + "/" + environment;
    }
}
