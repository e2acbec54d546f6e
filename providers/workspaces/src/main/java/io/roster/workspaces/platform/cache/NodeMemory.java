// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.cache;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.cache.LocalCache;

/**
 * Answers that this node has read before. What isn't there is never remembered, so that whoever joins is seen at once
 * and asking for nonsense fills nothing.
 */
public final class NodeMemory<K, V> {

    /** @param stamp the stamp of the topics before the value was read */
    public record Entry<V>(long stamp, V value) {}

    private final LocalCache<K, Entry<V>> entries;
    private final Stamps stamps;

    public NodeMemory(LocalCache<K, Entry<V>> entries, Stamps stamps) {
        this.entries = entries;
        this.stamps = stamps;
    }

    /**
     * The value for this key, read only if nothing that counts is remembered. What is read while one of its topics
     * changes is given to the one who asked, who can't have known better, and not remembered. A session with changes of
     * its own that aren't committed reads for itself, and leaves nothing for others.
     *
     * @param topics what the value is made of
     */
    public Optional<V> get(K key, Collection<String> topics, Changes changes, Supplier<Optional<V>> read) {
        if (changes.isPending()) {
            return read.get();
        }
        long stamp = stamps.of(topics);
        Entry<V> known = entries.get(key);
        if (known != null && known.stamp() == stamp) {
            return Optional.of(known.value());
        }
        Optional<V> value = read.get();
        if (value.isPresent() && stamps.of(topics) == stamp) {
            entries.put(key, new Entry<>(stamp, value.get()));
        }
        return value;
    }
}
