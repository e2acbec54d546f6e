// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.Text;

/** What a role is for, in a few sentences: up to 1,000 characters, line breaks allowed. */
public final class Description {

    public static final int LONGEST = 1000;

    private Description() {}

    /**
     * Reads a description; none is the empty one.
     *
     * @throws Problem {@code validation}
     */
    static String of(String text) {
        String description = text == null ? "" : text.strip().replace("\r\n", "\n");
        if (description.codePointCount(0, description.length()) > LONGEST) {
            throw Problem.validation("description", "is longer than 1000 characters");
        }
        description
                .codePoints()
                .filter(character -> character != '\n' && Text.isRefused(character))
                .findFirst()
                .ifPresent(character -> {
                    throw Problem.validation(
                            "description",
                            String.format("has the character U+%04X, which isn't allowed: leave it out", character));
                });
        return description;
    }
}
