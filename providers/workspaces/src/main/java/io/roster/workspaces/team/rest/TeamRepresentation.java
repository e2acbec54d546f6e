// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team.rest;

import io.roster.workspaces.team.Team;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team on the wire. */
@Schema(name = "Team", description = "A group of the organization, directly under it.")
record TeamRepresentation(
        @Schema(description = "Keycloak's id of the group") String id,
        @Schema(examples = "Editors") String name,

        @Schema(description = "Another one with each change; the `ETag` without its quotes")
        String version) {

    static TeamRepresentation of(Team team) {
        return new TeamRepresentation(team.id().value(), team.name(), team.version());
    }
}
