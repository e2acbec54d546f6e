// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ends that callers send: the first moment at which something no longer counts. */
public final class Ends {

    /** As RFC 3339 section 5.6 writes it; Java alone would also take times without seconds and years of nine digits. */
    private static final Pattern SHAPE = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private Ends() {}

    /**
     * Reads a moment as RFC 3339 writes it; null is no end. What is finer than a millisecond is dropped, as it is where
     * it is stored.
     *
     * @throws Problem {@code validation}
     */
    public static Optional<Instant> read(String field, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (SHAPE.matcher(text).matches()) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
            } catch (DateTimeException e) {
                // a day or an hour that there isn't: answered below
            }
        }
        throw Problem.validation(
                field, "is no moment: send one as RFC 3339 writes it, such as 2030-01-31T12:00:00Z, or leave it out");
    }

    /**
     * Refuses an end that has passed already.
     *
     * @throws Problem {@code validation}
     */
    public static void requireAhead(String field, Optional<Instant> end, Instant now) {
        if (end.filter(moment -> !now.isBefore(moment)).isPresent()) {
            throw Problem.validation(field, "has passed: send a moment ahead of now, or leave it out");
        }
    }
}
