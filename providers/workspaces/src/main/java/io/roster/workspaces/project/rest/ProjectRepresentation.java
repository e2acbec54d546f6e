// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.rest;

import io.roster.workspaces.project.Environment;
import io.roster.workspaces.project.WorkspaceProject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project on the wire. */
@Schema(name = "Project", description = "A project of a workspace.")
record ProjectRepresentation(
        @Schema(description = "Never changes and is never used again", examples = "main")
        String key,

        String name,

        @Schema(description = "Whether every teammate gets in, with the workspace role")
        boolean open,

        @Schema(description = "Whether nobody has anything in it")
        boolean archived,

        @Schema(description = "In the order in which they came, archived ones too")
        List<EnvironmentRepresentation> environments,

        @Schema(description = "Rises with each change; the `ETag` without its quotes")
        String version) {

    @Schema(name = "Environment", description = "An environment of a project.")
    record EnvironmentRepresentation(
            @Schema(description = "Never changes and is never used again", examples = "production")
            String key,

            String name,
            boolean archived) {

        static EnvironmentRepresentation of(Environment environment) {
            return new EnvironmentRepresentation(environment.key(), environment.name(), environment.archived());
        }
    }

    static ProjectRepresentation of(WorkspaceProject project) {
        return new ProjectRepresentation(
                project.key(),
                project.name(),
                project.open(),
                project.archived(),
                project.environments().stream()
                        .map(EnvironmentRepresentation::of)
                        .toList(),
                version(project));
    }

    static String version(WorkspaceProject project) {
        return Long.toString(project.version());
    }
}
