// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.access.AccessMemory;
import io.roster.workspaces.platform.cache.Changes;
import io.roster.workspaces.platform.cache.NodeMemory;
import io.roster.workspaces.platform.cache.Stamps;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.cache.LocalCache;

/** What one node remembers, without Keycloak; each change counts as committed at once unless a transaction is open. */
public final class InMemoryNode implements Changes {

    public final Stamps stamps = new Stamps();
    private final AccessMemory access = new AccessMemory(open(), open(), open(), open(), open());
    private final Set<String> pending = new LinkedHashSet<>();
    private boolean inTransaction;

    public AccessMemory access() {
        return access;
    }

    public <K, V> NodeMemory<K, V> open() {
        return new NodeMemory<>(new Entries<>(), stamps);
    }

    public void begin() {
        inTransaction = true;
    }

    public void commit() {
        inTransaction = false;
        stamps.change(pending);
        pending.clear();
    }

    public void rollBack() {
        inTransaction = false;
        pending.clear();
    }

    @Override
    public void add(Collection<String> topics) {
        if (inTransaction) {
            pending.addAll(topics);
        } else {
            stamps.change(topics);
        }
    }

    @Override
    public boolean isPending() {
        return !pending.isEmpty();
    }

    private static final class Entries<K, V> implements LocalCache<K, V> {

        private final Map<K, V> entries = new ConcurrentHashMap<>();

        @Override
        public V get(K key) {
            return entries.get(key);
        }

        @Override
        public void put(K key, V value) {
            entries.put(key, value);
        }

        @Override
        public void invalidate(K key) {
            entries.remove(key);
        }

        @Override
        public void close() {
            entries.clear();
        }
    }
}
