// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import java.util.List;

/** So many members of the realm's organizations became teammates at once, when Roster was switched on. */
public record MembersAdopted(RealmId realm, int teammates) implements AccessChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfRealm(realm));
    }
}
