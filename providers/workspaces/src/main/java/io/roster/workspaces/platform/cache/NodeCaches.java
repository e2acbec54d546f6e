// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.cache.LocalCache;
import org.keycloak.cache.LocalCacheConfiguration;
import org.keycloak.cache.LocalCacheProvider;
import org.keycloak.cluster.ClusterEvent;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;

/** What one node remembers, and its ear for what other nodes change. One for each server. */
public final class NodeCaches {

    /** An entry whose message was lost counts no longer than a minute, the time to read it included. */
    private static final Duration LONGEST = Duration.ofSeconds(55);

    private final Stamps stamps = new Stamps();
    private final List<LocalCache<?, ?>> opened = new ArrayList<>();
    private boolean listening;

    /**
     * A bounded memory of its own; Keycloak's metrics show it under this name.
     *
     * @param size how many entries it holds at most
     */
    public synchronized <K, V> NodeMemory<K, V> open(KeycloakSession session, String name, int size) {
        listen(session);
        LocalCache<K, NodeMemory.Entry<V>> entries = session.getProvider(LocalCacheProvider.class)
                .create(LocalCacheConfiguration.<K, NodeMemory.Entry<V>>builder()
                        .name(name)
                        .maxSize(size)
                        // not the variant with a plain duration: in Keycloak 26.7 each reading prolongs that one
                        .expirationAfterCreate((key, entry) -> LONGEST)
                        .build());
        opened.add(entries);
        return new NodeMemory<>(entries, stamps);
    }

    /** What the transaction of this session changes. */
    public Changes changes(KeycloakSession session) {
        return new SessionChanges(session, stamps);
    }

    public synchronized void close() {
        opened.forEach(LocalCache::close);
        opened.clear();
    }

    private void listen(KeycloakSession session) {
        if (!listening) {
            session.getProvider(ClusterProvider.class).registerListener(TopicsChanged.TASK, this::heard);
            listening = true;
        }
    }

    /** Runs in a thread of the transport: it counts, and reads nothing. */
    private void heard(ClusterEvent event) {
        if (event instanceof TopicsChanged changed) {
            stamps.change(changed.topics());
        }
    }
}
