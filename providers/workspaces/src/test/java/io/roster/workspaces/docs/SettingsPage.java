// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import io.roster.workspaces.setting.Chosen;
import io.roster.workspaces.setting.Effective;
import io.roster.workspaces.setting.Life;
import io.roster.workspaces.setting.Setting;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The page {@code settings.md}: what a realm and a workspace can set, and how it is unless somebody does. */
final class SettingsPage {

    private static final String HEAD = """
            # Settings

            Generated from the code by `./dev docs`; the build fails where it is stale. They are read and set at `/settings` of the
            realm and of a workspace ([calls](rest.md)). What a workspace doesn't set is as the realm has it, and what the realm
            doesn't set is as it stands here. What the operator of the server and the realm's attributes set is in
            [configuration](configuration.md).

            | setting | what | unless set | values |
            |---|---|---|---|
            """;

    private SettingsPage() {}

    static String text() {
        return HEAD
                + Arrays.stream(Setting.values())
                        .map(setting -> "| `" + setting.key() + "` | " + setting.meaning() + " | " + usual(setting)
                                + " | " + setting.range() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String usual(Setting setting) {
        Effective usual = Effective.USUAL.with(Chosen.NOTHING);
        return switch (setting) {
            case DEFAULT_ROLE -> "`" + usual.defaultRole().key() + "`";
            case INVITATION_LIFE -> "`" + Life.text(usual.invitationLife()) + "`";
            case OVERRIDES -> "`" + usual.overrides() + "`";
            case CONTACT -> usual.contact().isEmpty() ? "empty" : usual.contact();
            case ENVIRONMENTS ->
                usual.environments().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
        };
    }
}
