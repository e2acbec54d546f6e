// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding.jpa;

import io.roster.workspaces.binding.BindingStore;
import io.roster.workspaces.binding.Extent;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Bindings in {@code WS_CLIENT_BINDING}. */
public final class JpaBindingStore implements BindingStore {

    private final EntityManager em;

    public JpaBindingStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public Map<ClientId, Extent> find(Collection<ClientId> clients) {
        return rows(clients).stream()
                .collect(Collectors.groupingBy(
                        row -> new ClientId(row.clientId()),
                        Collectors.collectingAndThen(
                                Collectors.mapping(WorkspaceClientBindingEntity::orgId, Collectors.toSet()),
                                JpaBindingStore::extent)));
    }

    @Override
    public void save(RealmId realm, ClientId client, Extent extent) {
        Set<String> missing = new HashSet<>(organizations(extent));
        for (WorkspaceClientBindingEntity row : rows(List.of(client))) {
            if (!missing.remove(row.orgId())) {
                em.remove(row);
            }
        }
        for (String organization : missing) {
            em.persist(new WorkspaceClientBindingEntity(client.value(), organization, realm.value()));
        }
        em.flush();
    }

    @Override
    public void removeAll(ClientId client) {
        delete("b.clientId = :id", client.value());
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        delete("b.orgId = :id", workspace.value());
    }

    @Override
    public void removeAll(RealmId realm) {
        delete("b.realmId = :id", realm.value());
    }

    private List<WorkspaceClientBindingEntity> rows(Collection<ClientId> clients) {
        return em.createQuery(
                        "select b from WorkspaceClientBindingEntity b where b.clientId in :clients",
                        WorkspaceClientBindingEntity.class)
                .setParameter("clients", clients.stream().map(ClientId::value).toList())
                .getResultList();
    }

    private void delete(String where, String id) {
        em.createQuery("delete from WorkspaceClientBindingEntity b where " + where)
                .setParameter("id", id)
                .executeUpdate();
    }

    private static Set<String> organizations(Extent extent) {
        return extent instanceof Extent.Some some
                ? some.workspaces().stream().map(WorkspaceId::value).collect(Collectors.toSet())
                : Set.of(WorkspaceClientBindingEntity.ALL);
    }

    private static Extent extent(Set<String> organizations) {
        return organizations.contains(WorkspaceClientBindingEntity.ALL)
                ? new Extent.All()
                : new Extent.Some(organizations.stream().map(WorkspaceId::new).collect(Collectors.toSet()));
    }
}
