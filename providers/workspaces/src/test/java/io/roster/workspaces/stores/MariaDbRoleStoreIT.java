// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbRoleStoreIT extends JpaRoleStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
