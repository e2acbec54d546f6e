// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan.rest;

import io.roster.workspaces.plan.OfferedPlan;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan of the realm on the wire. */
@Schema(name = "Plan", description = "What the realm sells under a name.")
record PlanRepresentation(
        @Schema(description = "Never changes", examples = "starter")
        String key,

        @Schema(examples = "Starter") String name,

        @Schema(description = "What it unlocks; `everything` has what comes later too")
        List<String> entitlements,

        @Schema(description = "Whether workspaces have it that were given none")
        boolean byDefault,

        @Schema(description = "Changes with each change; the `ETag` without its quotes")
        String version) {

    static PlanRepresentation of(OfferedPlan offered) {
        return new PlanRepresentation(
                offered.plan().key(),
                offered.plan().name(),
                offered.plan().entitlements().sorted(),
                offered.byDefault(),
                offered.version());
    }
}
