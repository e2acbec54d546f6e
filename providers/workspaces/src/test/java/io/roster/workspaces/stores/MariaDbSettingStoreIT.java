// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbSettingStoreIT extends JpaSettingStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
