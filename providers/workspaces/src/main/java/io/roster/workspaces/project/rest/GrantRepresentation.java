// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.rest;

import io.roster.workspaces.member.Source;
import io.roster.workspaces.project.ListedGrant;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A grant on the wire. */
@Schema(name = "Grant", description = "What lets a team or a teammate into a project.")
record GrantRepresentation(
        String id,

        @Schema(description = "Key of the project") String project,

        @Schema(nullable = true, description = "Id of the team; null for a grant to a teammate")
        String team,

        @Schema(nullable = true, description = "Keycloak's id of the user; null for a grant to a team")
        String teammate,

        @Schema(nullable = true, description = "Name of the team or teammate, where the caller may see it")
        String name,

        @Schema(
                nullable = true,
                description =
                        "Key of the role that it gives in the project; null where it lets them use their workspace role",
                examples = "analyst")
        String role,

        @Schema(nullable = true, description = "Name of that role in this workspace")
        String roleName,

        @Schema(nullable = true, format = "date-time", description = "When it ends; null for never")
        String until,

        @Schema(implementation = Source.class, description = "Where it came from")
        String source,

        @Schema(format = "date-time", description = "When it was made")
        String made,

        @Schema(description = "Rises with each change; the `ETag` without its quotes")
        String version) {

    static GrantRepresentation of(ListedGrant listed) {
        WorkspaceGrant grant = listed.grant();
        return new GrantRepresentation(
                grant.id(),
                grant.project(),
                grant.grantee().team().map(TeamId::value).orElse(null),
                grant.grantee().teammate().map(UserId::value).orElse(null),
                listed.granteeName().orElse(null),
                grant.role().map(RoleRef::key).orElse(null),
                listed.roleName().orElse(null),
                grant.until().map(Instant::toString).orElse(null),
                grant.source().key(),
                grant.made().toString(),
                version(listed));
    }

    static String version(ListedGrant listed) {
        return Long.toString(listed.grant().version());
    }
}
