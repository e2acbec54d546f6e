// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

/** Whose things a permission is about; it sorts permissions for people and decides nothing. */
public enum Space {
    /** What teammates work on together. */
    SHARED,
    /** What belongs to one teammate. */
    PERSONAL,
    /** The workspace itself. */
    ACCOUNT;

    public String key() {
        return Words.write(this);
    }

    /** The constant with this {@link #key}; an {@link IllegalArgumentException} that lists them for any other text. */
    public static Space of(String key) {
        return Words.read(Space.class, key);
    }
}
