// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.audit.AuditStore;
import io.roster.workspaces.fakes.InMemoryAuditStore;
import java.util.function.Consumer;

class InMemoryAuditStoreTest extends AuditStoreContract {

    private final AuditStore store = new InMemoryAuditStore();

    @Override
    void in(Consumer<AuditStore> work) {
        work.accept(store);
    }
}
