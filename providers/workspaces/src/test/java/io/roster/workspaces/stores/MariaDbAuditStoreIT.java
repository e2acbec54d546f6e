// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbAuditStoreIT extends JpaAuditStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
