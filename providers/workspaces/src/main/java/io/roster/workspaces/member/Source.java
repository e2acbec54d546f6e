// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import java.util.Locale;

/** Where a membership, a role or a grant came from. */
public enum Source {
    /** Somebody gave it by hand. */
    MANUAL,
    /** A realm import gave it. */
    IMPORT,
    /** It happened in Keycloak itself: its console, its API, its own invitations, an identity provider. */
    KEYCLOAK,
    /** The customer's own identity provider gave it, by SCIM; it isn't changed by hand. */
    SCIM,
    /** Roster was switched on where people were members already. */
    DEFAULT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Source of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
