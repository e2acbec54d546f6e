// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access.jpa;

import io.roster.workspaces.access.BoundClients;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;

/** One statement over bindings and Keycloak's organizations. */
public final class JpaBoundClients implements BoundClients {

    private final EntityManager em;

    public JpaBoundClients(EntityManager em) {
        this.em = em;
    }

    @Override
    public boolean isBound(ClientId client, WorkspaceId workspace) {
        return em.createQuery(
                                "select count(*) from WorkspaceClientBindingEntity b"
                                        + " join OrganizationEntity o on o.realmId = b.realmId"
                                        + " where b.clientId = :client and b.orgId in (:org, '*')"
                                        + " and o.id = :org and o.enabled = true",
                                Long.class)
                        .setParameter("client", client.value())
                        .setParameter("org", workspace.value())
                        .getSingleResult()
                > 0;
    }
}
