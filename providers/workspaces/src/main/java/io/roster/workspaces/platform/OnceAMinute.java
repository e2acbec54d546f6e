// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says when it is time for another line in the log about what happens with every call. */
public final class OnceAMinute {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Forgetting them all means a few lines too many, and never a growing heap. */
    private static final int MANY = 1000;

    private final Map<String, Instant> said = new ConcurrentHashMap<>();
    private final Clock clock;

    public OnceAMinute(Clock clock) {
        this.clock = clock;
    }

    /** True for one caller a minute who asks about the same thing. */
    public boolean isTime(String about) {
        Instant now = clock.now();
        Instant last = said.get(about);
        if (last != null && now.isBefore(last.plus(MINUTE))) {
            return false;
        }
        if (said.size() >= MANY) {
            said.clear();
            last = null;
        }
        return last == null ? said.putIfAbsent(about, now) == null : said.replace(about, last, now);
    }
}
