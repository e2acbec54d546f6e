// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a plan unlocks: short names, of features and of permissions that the catalogue ties to them. */
public record Entitlements(Set<String> names) {

    public static final String CUSTOM_ROLES = "custom-roles";
    public static final String SCIM = "scim";
    public static final String SSO = "sso";
    public static final String AUDIT_LOG = "audit-log";
    public static final String SESSION_REPLAY = "session-replay";

    /** Those that features of Roster itself ask for, or that the seeded catalogue names. */
    public static final Set<String> OF_ROSTER = Set.of(CUSTOM_ROLES, SCIM, SSO, AUDIT_LOG, SESSION_REPLAY);

    /** The key of the plan that unlocks everything, what comes later included. It has no row. */
    public static final String EVERYTHING = "everything";

    public Entitlements {
        names = Set.copyOf(names);
    }

    public static Entitlements of(Collection<String> names) {
        return new Entitlements(Set.copyOf(names));
    }

    /** Reads what {@link #text} wrote; null is none. */
    public static Entitlements stored(String text) {
        return text == null || text.isBlank() ? new Entitlements(Set.of()) : new Entitlements(Set.of(text.split(" ")));
    }

    /** The names in the order of the alphabet, with spaces between. */
    public String text() {
        return String.join(" ", sorted());
    }

    /** The names in the order of the alphabet. */
    public List<String> sorted() {
        return names.stream().sorted().toList();
    }

    public boolean has(String name) {
        return names.contains(name);
    }
}
