// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.rest;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.member.Listed;
import io.roster.workspaces.member.Profile;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.role.RoleRef;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A teammate on the wire; what identifies the person is null where the caller may not see it. */
@Schema(
        name = "Teammate",
        description =
                "Somebody's place in a workspace. What identifies the person is null where the caller may not see it.")
record TeammateRepresentation(
        @Schema(description = "Keycloak's id of the user") String id,
        @Schema(nullable = true) String username,

        @Schema(nullable = true, description = "First and last name, else the user name")
        String name,

        @Schema(nullable = true) String email,

        @Schema(description = "Key of the role that counts now", examples = "analyst")
        String role,

        @Schema(description = "Name of the role in this workspace")
        String roleName,

        @Schema(
                nullable = true,
                format = "date-time",
                description = "The first moment at which the role no longer counts; null where it has no end")
        String until,

        @Schema(nullable = true, description = "Key of the role that counts from then on", examples = "read-only")
        String next,

        @Schema(implementation = Teammate.Status.class) String status,

        @Schema(implementation = Source.class, description = "Where the role came from")
        String source,

        @Schema(format = "date-time") String joined,

        @Schema(nullable = true, description = "Key of the project where they start; null for the workspace's first")
        String project,

        @Schema(nullable = true, description = "Key of its environment; null for the workspace's first")
        String environment,

        @Schema(description = "Rises with each change; the `ETag` without its quotes")
        String version) {

    static TeammateRepresentation of(Listed listed) {
        Profile profile = listed.profile().orElse(null);
        Teammate teammate = listed.teammate();
        return new TeammateRepresentation(
                teammate.user().value(),
                profile == null ? null : profile.username(),
                profile == null ? null : profile.displayName(),
                profile == null ? null : profile.email(),
                teammate.role().key(),
                listed.roleName(),
                teammate.assigned().until().map(Instant::toString).orElse(null),
                teammate.assigned().next().map(RoleRef::key).orElse(null),
                teammate.status().key(),
                teammate.source().key(),
                teammate.joined().toString(),
                teammate.start().map(Start::project).orElse(null),
                teammate.start().map(Start::environment).orElse(null),
                teammate.version());
    }
}
