// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

/** How much harm a permission can do; it warns people and decides nothing. */
public enum Risk {
    LOW,
    HIGH;

    public String key() {
        return Words.write(this);
    }

    /** The constant with this {@link #key}; an {@link IllegalArgumentException} that lists them for any other text. */
    public static Risk of(String key) {
        return Words.read(Risk.class, key);
    }
}
