// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbWorkspaceStoreIT extends JpaWorkspaceStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
