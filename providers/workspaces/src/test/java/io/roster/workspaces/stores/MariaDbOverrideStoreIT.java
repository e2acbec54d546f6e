// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbOverrideStoreIT extends JpaOverrideStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
