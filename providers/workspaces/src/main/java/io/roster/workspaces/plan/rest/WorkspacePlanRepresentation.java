// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan.rest;

import io.roster.workspaces.plan.WorkspacePlan;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The plan of a workspace on the wire. */
@Schema(name = "WorkspacePlan", description = "What the plan of a workspace unlocks.")
record WorkspacePlanRepresentation(
        @Schema(description = "Key of the plan", examples = "starter")
        String plan,

        @Schema(examples = "Starter") String name,

        @Schema(description = "Whether it was given to this workspace; else it is the realm's default")
        boolean own,

        @Schema(description = "What it unlocks; `everything` has what comes later too")
        List<String> entitlements,

        @Schema(description = "Whom to ask for more, in words for people; may be empty")
        String contact,

        @Schema(description = "Changes with each change; the `ETag` without its quotes")
        String version) {

    static WorkspacePlanRepresentation of(WorkspacePlan present) {
        return new WorkspacePlanRepresentation(
                present.plan().key(),
                present.plan().name(),
                present.own(),
                present.plan().entitlements().sorted(),
                present.contact(),
                present.version());
    }
}
