// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting.rest;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.setting.Chosen;
import io.roster.workspaces.setting.Effective;
import io.roster.workspaces.setting.Life;
import io.roster.workspaces.setting.SettingSheet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Settings on the wire. */
@Schema(name = "Settings", description = "What is set, and what counts.")
record SettingsRepresentation(
        Own own,
        Counting effective,

        @Schema(description = "Changes with each change, of the realm's settings too; the `ETag` without its quotes")
        String version) {

    @Schema(name = "OwnSettings", description = "What is said here; null is as the level above has it.")
    record Own(
            @Schema(nullable = true, description = "Key of a role", examples = "read-only")
            String defaultRole,

            @Schema(nullable = true, examples = "P30D") String invitationLife,

            @Schema(nullable = true) Boolean overrides,

            @Schema(nullable = true) String contact,

            @Schema(nullable = true) List<String> environments) {}

    @Schema(name = "EffectiveSettings", description = "What counts here.")
    record Counting(
            @Schema(description = "Key of a role", examples = "read-only")
            String defaultRole,

            @Schema(examples = "P30D") String invitationLife,
            boolean overrides,
            String contact,
            List<String> environments) {}

    static SettingsRepresentation of(SettingSheet sheet) {
        Chosen own = sheet.own();
        Effective effective = sheet.effective();
        return new SettingsRepresentation(
                new Own(
                        own.defaultRole().map(RoleRef::key).orElse(null),
                        own.invitationLife().map(Life::text).orElse(null),
                        own.overrides().orElse(null),
                        own.contact().orElse(null),
                        own.environments().orElse(null)),
                new Counting(
                        effective.defaultRole().key(),
                        Life.text(effective.invitationLife()),
                        effective.overrides(),
                        effective.contact(),
                        effective.environments()),
                sheet.version());
    }
}
