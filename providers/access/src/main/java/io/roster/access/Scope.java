// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

/** Where a permission has a meaning. */
public enum Scope {
    /** In the workspace as a whole only; it counts in no project. */
    ACCOUNT,
    /** In each project by itself, and in the workspace for its own pages. */
    PROJECT;

    public String key() {
        return Words.write(this);
    }

    /** The constant with this {@link #key}; an {@link IllegalArgumentException} that lists them for any other text. */
    public static Scope of(String key) {
        return Words.read(Scope.class, key);
    }
}
