// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.workspaces.access.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a token that tells what somebody has may live: never longer than that. It ends with the first end ahead, and
 * what ends before a token can be used isn't in it.
 *
 * <p>Tokens end in whole seconds, and Keycloak 26.7 still takes one during the very second that it names
 * ({@code JsonWebToken.isExpired}). So a token names the last second that has passed in full before the end.
 */
public final class Lifetime {

    private final Instant now;

    /** @param now when the token is made */
    public Lifetime(Instant now) {
        this.now = now;
    }

    /**
     * As much of this standing as a token can hold that is made now. An end that is too near is taken as passed: what
     * counts is what the person has now and will have after it, so that nothing is lost too late or given too early.
     */
    public Standing lasting(Standing standing) {
        Standing ahead = standing;
        Standing lasting = standing;
        while (isTooNear(ahead.effective().validUntil())) {
            ahead = ahead.at(ahead.effective().validUntil().orElseThrow());
            lasting = ahead.within(lasting.effective());
        }
        return lasting;
    }

    /**
     * The {@code exp} of a token that holds this standing: never later than it was.
     *
     * @param exp what it was; null or 0 for a token without an end
     */
    public static Long exp(Long exp, Standing held) {
        Optional<Instant> end = held.effective().validUntil();
        if (end.isEmpty()) {
            return exp;
        }
        long last = lastSecond(end.get());
        return exp == null || exp == 0 ? last : Math.min(exp, last);
    }

    private boolean isTooNear(Optional<Instant> end) {
        return end.filter(moment -> lastSecond(moment) <= now.getEpochSecond()).isPresent();
    }

    private static long lastSecond(Instant end) {
        return end.getEpochSecond() - 1;
    }
}
