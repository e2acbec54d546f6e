// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

/**
 * A project of a workspace, as far as access asks about it. An open one lets everybody in with the workspace role; an
 * archived one lets nobody in.
 */
public record Project(String key, boolean open, boolean archived) {

    /** The project that every workspace has, open to all and never archived; one that says otherwise is refused. */
    public static final String MAIN = "main";

    public Project {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A project needs a key: write a short name, for example " + MAIN);
        }
        if (key.equals(MAIN) && (!open || archived)) {
            throw new IllegalArgumentException(
                    "Project " + MAIN + " is always open and can't be archived: close or archive another project");
        }
    }
}
