// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbBindingStoreIT extends JpaBindingStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
