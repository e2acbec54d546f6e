// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.access.AccessMemory;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.platform.cache.Changes;
import io.roster.workspaces.platform.cache.NodeCaches;
import org.keycloak.models.KeycloakSession;

/** What one server keeps over all its sessions: nothing that another node would miss. */
final class Node {

    private final NodeCaches caches = new NodeCaches();
    private final Catalogues.Loaded catalogues = new Catalogues.Loaded();
    private final int size;
    private volatile AccessMemory memory;

    /**
     * @param size how many teammates' standings are remembered at most, and as many aliases and memberships
     * @throws IllegalArgumentException below 1: Keycloak 26.7 takes that for no limit at all
     */
    Node(int size) {
        if (size < 1) {
            throw new IllegalArgumentException(
                    "--spi-roster-workspaces--default--cache-size is a whole number from 1 on, not " + size);
        }
        this.size = size;
    }

    Catalogues.Loaded catalogues() {
        return catalogues;
    }

    Changes changes(KeycloakSession session) {
        return caches.changes(session);
    }

    /** Opened by the first session that needs it: until then there is nothing to forget, and no message to miss. */
    AccessMemory memory(KeycloakSession session) {
        if (memory == null) {
            open(session);
        }
        return memory;
    }

    void close() {
        caches.close();
    }

    private synchronized void open(KeycloakSession session) {
        if (memory == null) {
            memory = new AccessMemory(
                    caches.open(session, "roster-standings", size),
                    caches.open(session, "roster-aliases", size),
                    caches.open(session, "roster-memberships", size),
                    caches.open(session, "roster-suspensions", size),
                    caches.open(session, "roster-projects", size));
        }
    }
}
