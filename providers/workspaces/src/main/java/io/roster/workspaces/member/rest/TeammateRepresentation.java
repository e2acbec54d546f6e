// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.rest;

import io.roster.workspaces.member.Listed;
import io.roster.workspaces.member.Profile;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
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

        @Schema(description = "Key of the role", examples = "analyst")
        String role,

        @Schema(description = "Name of the role in this workspace")
        String roleName,

        @Schema(implementation = Teammate.Status.class) String status,

        @Schema(implementation = Source.class, description = "Where the role came from")
        String source,

        @Schema(format = "date-time") String joined,

        @Schema(description = "Rises with each change; the `ETag` without its quotes")
        String version) {

    static TeammateRepresentation of(Listed listed) {
        Profile profile = listed.profile().orElse(null);
        return new TeammateRepresentation(
                listed.teammate().user().value(),
                profile == null ? null : profile.username(),
                profile == null ? null : profile.displayName(),
                profile == null ? null : profile.email(),
                listed.teammate().role().key(),
                listed.roleName(),
                listed.teammate().status().key(),
                listed.teammate().source().key(),
                listed.teammate().joined().toString(),
                listed.teammate().version());
    }
}
