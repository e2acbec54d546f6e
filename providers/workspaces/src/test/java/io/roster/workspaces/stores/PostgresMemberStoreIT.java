// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

class PostgresMemberStoreIT extends JpaMemberStoreTest {

    @Override
    Database database() {
        return Servers.postgres();
    }
}
