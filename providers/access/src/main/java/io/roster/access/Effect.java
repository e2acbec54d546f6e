// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

/** What an override does to the one permission that it names. */
public enum Effect {
    ALLOW,
    /** Beats every source that gives the permission. */
    DENY;

    public String key() {
        return Words.write(this);
    }

    /** The constant with this {@link #key}; an {@link IllegalArgumentException} that lists them for any other text. */
    public static Effect of(String key) {
        return Words.read(Effect.class, key);
    }
}
