// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Optional;

/** A realm, or a workspace of it, says something else of its own than before. Nobody's access is another one by that. */
public record SettingsChanged(RealmId realm, Optional<WorkspaceId> workspace, Chosen before, Chosen after)
        implements Described {

    @Override
    public Description description() {
        String id = workspace.map(WorkspaceId::value).orElse(realm.value());
        return workspace
                .map(place -> Description.of(realm, place, "settings.changed", "setting", id))
                .orElseGet(() -> Description.ofRealm(realm, "settings.changed", "setting", id))
                .from(before.state())
                .to(after.state());
    }
}
