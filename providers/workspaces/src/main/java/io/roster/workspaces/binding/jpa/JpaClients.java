// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding.jpa;

import io.roster.workspaces.binding.Client;
import io.roster.workspaces.binding.Clients;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.RealmId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.jpa.entities.ClientEntity;

/**
 * Clients in Keycloak's own table. Its cache would do for one of them, but could still have a client that has just gone;
 * and only the table can be read in the order of the names of those that are bound.
 */
public final class JpaClients implements Clients {

    private final EntityManager em;

    public JpaClients(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Client> named(RealmId realm, String name) {
        return em.createQuery(
                        "select c from ClientEntity c where c.realmId = :realm and c.clientId = :name",
                        ClientEntity.class)
                .setParameter("realm", realm.value())
                .setParameter("name", name)
                .getResultStream()
                .map(JpaClients::client)
                // a database may compare without case; a client id is what it is, to the letter
                .filter(client -> client.name().equals(name))
                .findFirst();
    }

    @Override
    public List<Client> bound(RealmId realm, int max, Optional<String> afterName) {
        TypedQuery<ClientEntity> query = em.createQuery(
                        "select c from ClientEntity c where c.realmId = :realm"
                                + (afterName.isEmpty() ? "" : " and c.clientId > :name")
                                + " and exists (select 1 from WorkspaceClientBindingEntity b where b.clientId = c.id)"
                                + " order by c.clientId",
                        ClientEntity.class)
                .setParameter("realm", realm.value())
                .setMaxResults(max);
        afterName.ifPresent(name -> query.setParameter("name", name));
        return query.getResultStream().map(JpaClients::client).toList();
    }

    private static Client client(ClientEntity client) {
        return new Client(new ClientId(client.getId()), client.getClientId(), client.isServiceAccountsEnabled());
    }
}
