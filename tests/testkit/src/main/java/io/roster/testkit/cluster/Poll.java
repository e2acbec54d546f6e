// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit.cluster;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks until it is so, or fails. */
public final class Poll {

    private static final long PAUSE_MILLIS = 20;

    private Poll() {}

    public static Duration until(String what, Duration limit, BooleanSupplier question) {
        return until(what, limit, question, () -> "");
    }

    /** Gives the time from now to the asking of the question that was answered with yes. */
    public static Duration until(String what, Duration limit, BooleanSupplier question, Supplier<String> otherwise) {
        long start = System.nanoTime();
        while (true) {
            Duration asked = Duration.ofNanos(System.nanoTime() - start);
            if (question.getAsBoolean()) {
                return asked;
            }
            if (asked.compareTo(limit) > 0) {
                throw new AssertionError("not within " + limit + ": " + what + "\n" + otherwise.get());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting: " + what, e);
            }
        }
    }
}
