// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

/** Each thing that can be set, with what is said of it in the documentation. */
public enum Setting {
    DEFAULT_ROLE(
            "defaultRole",
            "Key of the role of whoever joins with none said. In the realm it is a preset, in a workspace any role of it"
                    + " that isn't hidden",
            "the key of a role"),
    INVITATION_LIFE(
            "invitationLife",
            "How long an invitation can be accepted, as an ISO 8601 duration of days, hours, minutes and seconds",
            "`" + Life.text(Life.SHORTEST) + "` to `" + Life.text(Life.LONGEST) + "`"),
    OVERRIDES("overrides", "Whether single permissions can be allowed or denied to a teammate", "`true`, `false`"),
    CONTACT(
            "contact",
            "Whom to ask for what one can't do oneself, in words for people. `plan-required` shows it",
            "up to " + Setting.LONGEST_CONTACT + " characters, line breaks allowed"),
    ENVIRONMENTS(
            "environments",
            "Keys of the environments that a new project begins with",
            "1 to " + Setting.MOST_ENVIRONMENTS
                    + " keys of 1 to 63 of `a` to `z`, `0` to `9` and `-`, not beginning with `-`, `production` among them");

    public static final int LONGEST_CONTACT = 500;

    /** As many as fit into the column with the longest keys. */
    public static final int MOST_ENVIRONMENTS = 15;

    private final String key;
    private final String meaning;
    private final String range;

    Setting(String key, String meaning, String range) {
        this.key = key;
        this.meaning = meaning;
        this.range = range;
    }

    /** The name in calls, in the log and in the documentation. */
    public String key() {
        return key;
    }

    public String meaning() {
        return meaning;
    }

    public String range() {
        return range;
    }
}
