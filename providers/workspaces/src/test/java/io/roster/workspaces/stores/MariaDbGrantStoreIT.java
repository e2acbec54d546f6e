// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbGrantStoreIT extends JpaGrantStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
