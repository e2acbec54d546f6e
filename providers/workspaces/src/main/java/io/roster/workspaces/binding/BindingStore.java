// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding;

import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.Map;

/** Where bindings are. */
public interface BindingStore {

    /** Those of these clients that are bound. */
    Map<ClientId, Extent> find(Collection<ClientId> clients);

    /** Makes the binding of a client what the extent says. */
    void save(RealmId realm, ClientId client, Extent extent);

    void removeAll(ClientId client);

    /** Takes the workspace out of every binding; what was bound to it alone isn't bound any more. */
    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
