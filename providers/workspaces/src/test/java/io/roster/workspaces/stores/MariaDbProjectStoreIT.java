// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbProjectStoreIT extends JpaProjectStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
