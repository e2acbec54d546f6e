// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.fakes.InMemoryPlanStore;
import io.roster.workspaces.fakes.InMemorySettingStore;
import io.roster.workspaces.plan.PlanStore;
import io.roster.workspaces.setting.Chosen;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Optional;
import java.util.function.Consumer;

class InMemoryPlanStoreTest extends PlanStoreContract {

    private final InMemorySettingStore settings = new InMemorySettingStore(workspace -> Optional.of(REALM));
    private final PlanStore store = new InMemoryPlanStore(workspace -> Optional.of(REALM), settings);

    @Override
    void in(Consumer<PlanStore> work) {
        work.accept(store);
    }

    @Override
    void contact(RealmId realm, String text) {
        settings.save(realm, saying(text));
    }

    @Override
    void contact(WorkspaceId workspace, String text) {
        settings.save(workspace, saying(text));
    }

    private static Chosen saying(String text) {
        return new Chosen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text), Optional.empty());
    }
}
