// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class PostgresSettingStoreIT extends JpaSettingStoreTest {

    @Override
    Database database() {
        return Servers.postgres();
    }
}
