// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class PostgresGrantStoreIT extends JpaGrantStoreTest {

    @Override
    Database database() {
        return Servers.postgres();
    }
}
