// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

/**
 * What was last copied of a person from Keycloak, for lists.
 *
 * @param digest of everything that was copied, the words of a search included; empty if nothing ever was
 */
public record Copied(String sortName, String sortEmail, String digest) {

    /** Nothing yet, or nothing is known. */
    public static final Copied NOTHING = new Copied("", "", "");
}
