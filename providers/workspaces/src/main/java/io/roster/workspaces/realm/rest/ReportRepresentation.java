// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.rest;

import io.roster.workspaces.realm.SwitchReport;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What switching on did, on the wire. */
@Schema(name = "SwitchReport", description = "What switching on did.")
record ReportRepresentation(
        boolean enabled,

        @Schema(description = "What wasn't there before, in words")
        List<String> made,

        @Schema(description = "What was there already and stays as it is, in words")
        List<String> found,

        @Schema(minimum = "0", description = "How many members became teammates")
        int teammates) {

    static ReportRepresentation of(SwitchReport report) {
        return new ReportRepresentation(report.enabled(), report.made(), report.found(), report.teammates());
    }
}
