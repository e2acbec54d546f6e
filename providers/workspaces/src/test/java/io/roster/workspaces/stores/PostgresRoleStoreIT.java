// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class PostgresRoleStoreIT extends JpaRoleStoreTest {

    @Override
    Database database() {
        return Servers.postgres();
    }
}
