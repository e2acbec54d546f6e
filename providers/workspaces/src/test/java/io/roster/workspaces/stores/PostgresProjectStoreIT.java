// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class PostgresProjectStoreIT extends JpaProjectStoreTest {

    @Override
    Database database() {
        return Servers.postgres();
    }
}
