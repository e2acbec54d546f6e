// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.workspace.jpa.JpaWorkspaceStore;
import org.junit.jupiter.api.Test;

class MariaDbWorkspaceStoreIT extends JpaWorkspaceStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }

    @Test
    void aConnectionThatReadsFromSnapshotsIsKnown() {
        try (Database committed = Servers.mariadb();
                Database snapshots = Servers.mariadbWithSnapshots()) {
            assertTrue(new JpaWorkspaceStore(null, committed.em()).readsCommitted());
            assertFalse(new JpaWorkspaceStore(null, snapshots.em()).readsCommitted());
        }
    }
}
