// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class PostgresWorkspaceStoreIT extends JpaWorkspaceStoreTest {

    @Override
    Database database() {
        return Servers.postgres();
    }
}
