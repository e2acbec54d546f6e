// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan.rest;

import io.roster.workspaces.orphan.Overview;
import io.roster.workspaces.orphan.Seen;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace on the wire, as administrators list them. */
@Schema(name = "ListedWorkspace", description = "A workspace, which is an organization of the realm.")
record WorkspaceRepresentation(
        @Schema(description = "Keycloak's id of the organization")
        String id,

        @Schema(description = "By which it is called", examples = "acme")
        String alias,

        @Schema(examples = "Acme") String name,

        @Schema(description = "Whether the organization is enabled")
        boolean enabled,

        @Schema(
                description =
                        "`standing` where somebody of its own can run it, `unassigned` where nobody was named yet,"
                                + " `orphaned` where nobody is left",
                enumeration = {"unassigned", "standing", "orphaned"})
        String administration,

        @Schema(nullable = true, format = "date-time", description = "Since when it is orphaned")
        String orphanedSince,

        @Schema(description = "Whether the caller may manage the organization, and not just view it")
        boolean manages) {

    static WorkspaceRepresentation of(Seen seen) {
        Overview overview = seen.overview();
        return new WorkspaceRepresentation(
                overview.workspace().id().value(),
                overview.workspace().alias(),
                overview.workspace().name(),
                overview.workspace().enabled(),
                overview.administration().key(),
                overview.orphaned().map(Instant::toString).orElse(null),
                seen.manages());
    }
}
