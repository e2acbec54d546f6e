// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class PostgresOverrideStoreIT extends JpaOverrideStoreTest {

    @Override
    Database database() {
        return Servers.postgres();
    }
}
