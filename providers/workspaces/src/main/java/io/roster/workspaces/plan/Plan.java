// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

import io.roster.workspaces.access.Entitlements;

/**
 * What the realm sells under a name.
 *
 * @param key immutable, by which calls name it
 * @param version the realm's counter of plans at its last change
 */
public record Plan(String key, String name, Entitlements entitlements, long version) {

    public static final String EVERYTHING = Entitlements.EVERYTHING;

    public static final int LONGEST_KEY = 36;
    public static final int LONGEST_NAME = 64;

    /** The plan that unlocks everything; {@code known} is what there is to unlock now. */
    static Plan everything(Entitlements known) {
        return new Plan(EVERYTHING, "Everything", known, 0);
    }

    /** A plan that somebody has and that isn't there: it unlocks nothing, as for the engine. */
    static Plan missing(String key) {
        return new Plan(key, key, Entitlements.stored(null), 0);
    }

    public boolean isEverything() {
        return key.equals(EVERYTHING);
    }

    public boolean has(String entitlement) {
        return isEverything() || entitlements.has(entitlement);
    }
}
