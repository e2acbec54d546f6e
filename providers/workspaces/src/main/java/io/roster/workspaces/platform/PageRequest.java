// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.Optional;

/** How much of a list, and after which row. */
public record PageRequest(int max, Optional<Cursor> after) {

    public static final int DEFAULT_MAX = 100;
    public static final int LARGEST_MAX = 500;

    /**
     * Reads the query parameters {@code max} and {@code after} of a list that sorts by {@code sortValues} values.
     *
     * @throws Problem {@code validation} for a number out of range or a cursor of another list
     */
    public static PageRequest of(String max, String after, int sortValues) {
        int wanted = DEFAULT_MAX;
        if (max != null) {
            try {
                wanted = Integer.parseInt(max);
            } catch (NumberFormatException e) {
                wanted = 0;
            }
            if (wanted < 1 || wanted > LARGEST_MAX) {
                throw Problem.validation("max", "is a whole number from 1 to " + LARGEST_MAX);
            }
        }
        return new PageRequest(wanted, Optional.ofNullable(after).map(text -> Cursor.decode(text, sortValues)));
    }
}
