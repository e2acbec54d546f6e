// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.cache;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts, on this node, the changes of everything that entries are made of: its topics. Counters only rise, so the sum
 * over an entry's topics is the same later if, and only if, none of them has changed in between. Topics share counters
 * by their hash: that there are millions of them costs nothing, and two that meet only make an entry be read again.
 */
public final class Stamps {

    private static final int COUNTERS = 1 << 14;

    private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);

    /** The present stamp of these topics. */
    public long of(Collection<String> topics) {
        long sum = 0;
        for (String topic : topics) {
            sum += counters.get(counter(topic));
        }
        return sum;
    }

    /** Says that these topics have changed: no entry counts any more that was read before this call. */
    public void change(Collection<String> topics) {
        topics.forEach(topic -> counters.incrementAndGet(counter(topic)));
    }

    private static int counter(String topic) {
        int hash = topic.hashCode();
        return (hash ^ hash >>> 14) & COUNTERS - 1;
    }
}
