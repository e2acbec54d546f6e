// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

import io.roster.workspaces.platform.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** How long an invitation can live, as ISO 8601 writes it. */
public final class Life {

    public static final Duration SHORTEST = Duration.ofHours(1);
    public static final Duration LONGEST = Duration.ofDays(90);

    private Life() {}

    /**
     * Reads a life.
     *
     * @throws Problem {@code validation}
     */
    static Duration of(String field, String text) {
        Duration life;
        try {
            life = Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.validation(
                    field, "is no ISO 8601 duration of days, hours, minutes and seconds: send one like P30D or PT12H");
        }
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0 || life.getNano() != 0) {
            throw Problem.validation(
                    field, "is from " + text(SHORTEST) + " to " + text(LONGEST) + ", without parts of a second");
        }
        return life;
    }

    /** Whole days as days: Java would write 720 hours. */
    public static String text(Duration life) {
        return life.equals(Duration.ofDays(life.toDays())) ? "P" + life.toDays() + "D" : life.toString();
    }
}
