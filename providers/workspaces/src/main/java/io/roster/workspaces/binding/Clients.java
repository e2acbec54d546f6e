// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding;

import io.roster.workspaces.workspace.RealmId;
import java.util.List;
import java.util.Optional;

/** What Keycloak knows of the realm's clients. */
public interface Clients {

    Optional<Client> named(RealmId realm, String name);

    /** The clients that are bound to anything, in the order of their names, from after the given name on. */
    List<Client> bound(RealmId realm, int max, Optional<String> afterName);
}
