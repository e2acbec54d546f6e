// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import java.util.List;

/** A realm is gone, and everything of it with it. */
public record RealmRemoved(RealmId realm) implements AccessChanged {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfRealm(realm));
    }
}
