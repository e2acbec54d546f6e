// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import java.util.List;

/** Roster was switched on or off in the realm. */
public record RosterSwitched(RealmId realm, boolean on) implements AccessChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfRealm(realm));
    }
}
