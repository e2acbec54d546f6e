// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting.rest;

import io.roster.workspaces.setting.Setting;
import io.roster.workspaces.setting.Settings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Settings as they are sent. */
@Schema(
        name = "WantedSettings",
        description = "All that shall be said here. What is null or left out is as the level above has it.")
record WantedSettings(
        @Schema(nullable = true, description = "Key of a role; of the realm's, a preset", examples = "consumer")
        String defaultRole,

        @Schema(nullable = true, description = "From `PT1H` to `P90D`", examples = "P14D")
        String invitationLife,

        @Schema(nullable = true, description = "Whether single permissions can be allowed or denied to a teammate")
        Boolean overrides,

        @Schema(
                nullable = true,
                maxLength = Setting.LONGEST_CONTACT,
                description = "Whom to ask; `\"\"` for nobody",
                examples = "Write to accounts@example.com")
        String contact,

        @Schema(
                nullable = true,
                maxItems = Setting.MOST_ENVIRONMENTS,
                description = "Keys, `production` among them",
                examples = "[\"production\", \"staging\"]")
        List<String> environments) {

    Settings.Wanted wanted() {
        return new Settings.Wanted(defaultRole, invitationLife, overrides, contact, environments);
    }
}
