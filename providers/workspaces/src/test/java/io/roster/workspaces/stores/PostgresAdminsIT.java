// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class PostgresAdminsIT extends JpaAdminsTest {

    @Override
    Database database() {
        return Servers.postgres();
    }
}
