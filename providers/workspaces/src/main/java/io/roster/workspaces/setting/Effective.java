// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.role.RoleRef;
import java.time.Duration;
import java.util.List;

/** What counts in a realm or a workspace. */
public record Effective(
        RoleRef defaultRole, Duration invitationLife, boolean overrides, String contact, List<String> environments) {

    /** What counts where nobody has said anything. */
    public static final Effective USUAL = new Effective(
            new RoleRef.OfPreset(Preset.DEFAULT),
            Duration.ofDays(30),
            true,
            "",
            List.of(Start.PRODUCTION, "development"));

    public Effective {
        environments = List.copyOf(environments);
    }

    /** The same where a level below says something of its own. */
    public Effective with(Chosen chosen) {
        return new Effective(
                chosen.defaultRole().orElse(defaultRole),
                chosen.invitationLife().orElse(invitationLife),
                chosen.overrides().orElse(overrides),
                chosen.contact().orElse(contact),
                chosen.environments().orElse(environments));
    }
}
