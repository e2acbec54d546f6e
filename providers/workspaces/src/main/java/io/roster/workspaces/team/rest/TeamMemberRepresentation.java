// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team.rest;

import io.roster.workspaces.member.Listed;
import io.roster.workspaces.member.Profile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody in a team on the wire; what identifies the person is null where the caller may not see it. */
@Schema(
        name = "TeamMember",
        description = "Somebody in a team. What identifies the person is null where the caller may not see it.")
record TeamMemberRepresentation(
        @Schema(description = "Keycloak's id of the user") String id,
        @Schema(nullable = true) String username,

        @Schema(nullable = true, description = "First and last name, else the user name")
        String name,

        @Schema(nullable = true) String email) {

    static TeamMemberRepresentation of(Listed listed) {
        Profile profile = listed.profile().orElse(null);
        return new TeamMemberRepresentation(
                listed.teammate().user().value(),
                profile == null ? null : profile.username(),
                profile == null ? null : profile.displayName(),
                profile == null ? null : profile.email());
    }
}
