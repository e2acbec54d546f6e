// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads the end of something, as bodies have it: RFC 3339, null or left out for none. */
public final class Until {

    private static final int LONGEST = 40;
    private static final int LAST_YEAR = 9999;

    private Until() {}

    /**
     * The moment, to the millisecond.
     *
     * @throws Problem {@code validation}
     */
    public static Optional<Instant> of(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.length() <= LONGEST) {
                Instant until = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
                int year = until.atOffset(ZoneOffset.UTC).getYear();
                if (year > 0 && year <= LAST_YEAR) {
                    return Optional.of(until);
                }
            }
        } catch (DateTimeException e) {
            // answered below, in the same words for whatever is wrong with it
        }
        throw Problem.validation(
                "until", "is no moment: send one like 2030-12-31T18:00:00Z (RFC 3339), or leave it out");
    }

    /**
     * Refuses an end that has passed already.
     *
     * @throws Problem {@code validation}
     */
    public static void requireAhead(Optional<Instant> until, Instant now) {
        if (until.filter(end -> !now.isBefore(end)).isPresent()) {
            throw Problem.validation("until", "has passed: send a moment ahead of now, or leave it out for no end");
        }
    }

    /** Whether one end is later than the other; empty is never. */
    public static boolean isLater(Optional<Instant> one, Optional<Instant> other) {
        return other.isPresent() && (one.isEmpty() || one.get().isAfter(other.get()));
    }
}
