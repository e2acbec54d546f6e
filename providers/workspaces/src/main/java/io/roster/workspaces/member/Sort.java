// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The order of a list of teammates. The user id comes last in each, so that no two of them are equal. */
public record Sort(By by, boolean descending) {

    public static final Sort BY_NAME = new Sort(By.NAME, false);
    public static final Sort BY_JOINED = new Sort(By.JOINED, false);
    public static final Sort BY_MATCH = new Sort(By.MATCH, false);

    /** What a list is sorted by. */
    public enum By {
        NAME,
        EMAIL,
        JOINED,
        /** The word that a search found. Nobody asks for it: it is what a search has if they ask for nothing. */
        MATCH;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code name}, or {@code -name} for the other way round.
     *
     * @throws Problem {@code validation} for an order that there isn't
     */
    public static Sort of(String text) {
        boolean descending = text.startsWith("-");
        String key = descending ? text.substring(1) : text;
        return Arrays.stream(By.values())
                .filter(by -> by != By.MATCH && by.key().equals(key))
                .findFirst()
                .map(by -> new Sort(by, descending))
                .orElseThrow(() -> Problem.validation(
                        "sort",
                        "is one of "
                                + Arrays.stream(By.values())
                                        .filter(by -> by != By.MATCH)
                                        .map(By::key)
                                        .collect(Collectors.joining(", "))
                                + ", or one of them after a hyphen for descending, as in -name"));
    }

    /** Whether the order tells something of what Keycloak knows of a person. */
    boolean isPersonal() {
        return by != By.JOINED;
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + by.key();
    }
}
