// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class MariaDbMemberStoreIT extends JpaMemberStoreTest {

    @Override
    Database database() {
        return Servers.mariadb();
    }
}
