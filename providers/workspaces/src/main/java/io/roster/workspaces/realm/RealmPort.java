// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.util.List;
import java.util.Optional;

/** What switching on needs of Keycloak's realm. */
public interface RealmPort {

    RealmId id();

    Optional<String> attribute(String name);

    void set(String attribute, String value);

    void remove(String attribute);

    boolean hasOrganizations();

    /** Makes the client scopes and clients that are missing, and reports each, made or found. */
    void provide(SwitchReport.Builder report);

    /**
     * Lets a client ask for these scopes.
     *
     * @return the scopes or client that don't exist, in words; empty if all was done
     */
    List<String> offer(String clientId, List<String> scopes);

    Optional<UserId> user(String username);

    /** Forgets what Keycloak's caches hold of users, on all nodes, after many rows were changed at once. */
    void forgetCachedUsers();
}
