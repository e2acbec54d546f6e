// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

/**
 * A teammate in a list.
 *
 * @param value by which the list sorts them: their sort name or address, when they joined in milliseconds, or the word
 *     that a search found
 */
public record Found(Teammate teammate, String value) {

    public Position position() {
        return new Position(value, teammate.user().value());
    }

    /** A place in a list, whether or not somebody is still there. */
    public record Position(String value, String user) {}
}
