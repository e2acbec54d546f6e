// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Optional;

/** The one place that says when something with an end still counts. */
final class Moments {

    private Moments() {}

    /** False from the very moment of the end on; what has no end is always ahead of it. */
    static boolean isAhead(Optional<Instant> until, Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }

    /** The earlier of two ends, where null stands for none. */
    static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }
}
