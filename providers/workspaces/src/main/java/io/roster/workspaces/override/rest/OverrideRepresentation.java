// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override.rest;

import io.roster.access.Effect;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.override.ListedOverride;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An override on the wire. */
@Schema(
        name = "Override",
        description = "One permission that is allowed or denied to one teammate, on top of the role.")
record OverrideRepresentation(
        String id,

        @Schema(implementation = Effect.class, description = "A denial beats whatever gives the permission")
        String effect,

        @Schema(description = "Key of the permission", examples = "charts.export")
        String permission,

        @Schema(
                nullable = true,
                description = "Key of the only project where it counts; null for the workspace and all its projects")
        String project,

        @Schema(nullable = true, description = "Why, for people")
        String reason,

        @Schema(
                nullable = true,
                format = "date-time",
                description = "The first moment at which it no longer counts; null for ever")
        String until,

        @Schema(implementation = Source.class, description = "Where it came from")
        String source,

        @Schema(
                nullable = true,
                description = "Id of the user who made it; null once there is no such account any more")
        String madeBy,

        @Schema(format = "date-time") String madeAt,

        @Schema(description = "The teammate's: rises with each change of theirs; the `ETag` without its quotes")
        String version) {

    static OverrideRepresentation of(ListedOverride listed) {
        TeammateOverride override = listed.override();
        return new OverrideRepresentation(
                override.id(),
                override.effect().key(),
                listed.permission().value(),
                override.project().orElse(null),
                override.reason().orElse(null),
                override.until().map(Instant::toString).orElse(null),
                override.source().key(),
                override.madeBy().map(UserId::value).orElse(null),
                override.madeAt().toString(),
                listed.version());
    }
}
