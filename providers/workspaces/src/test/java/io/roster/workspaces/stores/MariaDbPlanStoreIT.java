// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbPlanStoreIT extends JpaPlanStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
