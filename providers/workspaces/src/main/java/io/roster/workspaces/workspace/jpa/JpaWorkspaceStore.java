// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace.jpa;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OrganizationEntity;

/**
 * Finds workspaces in Keycloak's table by its unique alias, and keeps their rows in {@code WS_WORKSPACE}. Keycloak's own
 * lookup by alias goes through its search (OrganizationProvider.getByAlias, 26.7), which fine-grained admin permissions
 * filter by the rights of whoever calls.
 */
public final class JpaWorkspaceStore implements WorkspaceStore {

    private static final int PARAMETERS = 1_000;

    private final KeycloakSession session;
    private final EntityManager em;

    public JpaWorkspaceStore(KeycloakSession session, EntityManager em) {
        this.session = session;
        this.em = em;
    }

    @Override
    public Optional<Workspace> named(String alias) {
        return em.createQuery(
                        "select o from OrganizationEntity o where o.realmId = :realm and o.alias = :alias",
                        OrganizationEntity.class)
                .setParameter("realm", session.getContext().getRealm().getId())
                .setParameter("alias", alias)
                .getResultStream()
                // a database may compare without case; an alias is what it is, to the letter
                .filter(organization -> organization.getAlias().equals(alias))
                .findFirst()
                .map(JpaWorkspaceStore::workspace);
    }

    @Override
    public List<Workspace> named(Collection<String> aliases) {
        Set<String> wanted = Set.copyOf(aliases);
        return find("o.alias", wanted).stream()
                // a database may compare without case; an alias is what it is, to the letter
                .filter(workspace -> wanted.contains(workspace.alias()))
                .toList();
    }

    @Override
    public List<Workspace> find(Collection<WorkspaceId> workspaces) {
        return find("o.id", workspaces.stream().map(WorkspaceId::value).toList());
    }

    /** In several statements where there are many: databases take only so many parameters in one. */
    private List<Workspace> find(String column, Collection<String> values) {
        List<String> distinct = values.stream().distinct().toList();
        List<Workspace> found = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += PARAMETERS) {
            em.createQuery(
                            "select o from OrganizationEntity o where o.realmId = :realm and " + column + " in :values",
                            OrganizationEntity.class)
                    .setParameter("realm", session.getContext().getRealm().getId())
                    .setParameter("values", distinct.subList(from, Math.min(from + PARAMETERS, distinct.size())))
                    .getResultStream()
                    .map(JpaWorkspaceStore::workspace)
                    .forEach(found::add);
        }
        return found;
    }

    private static Workspace workspace(OrganizationEntity organization) {
        return new Workspace(
                new WorkspaceId(organization.getId()),
                new RealmId(organization.getRealmId()),
                organization.getAlias(),
                organization.getName(),
                organization.isEnabled());
    }

    @Override
    public void lock(RealmId realm, WorkspaceId workspace) {
        em.createQuery("insert into WorkspaceEntity (orgId, realmId, epoch, teammateFloor)"
                        + " values (:org, :realm, 0L, 0L) on conflict do nothing")
                .setParameter("org", workspace.value())
                .setParameter("realm", realm.value())
                .executeUpdate();
        WorkspaceEntity row = em.find(WorkspaceEntity.class, workspace.value());
        // refresh and not find: what this session read before it waited for the lock may be old by now
        em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public boolean readsCommitted() {
        int isolation = em.unwrap(Session.class).doReturningWork(Connection::getTransactionIsolation);
        return isolation == Connection.TRANSACTION_READ_COMMITTED;
    }

    @Override
    public long advance(WorkspaceId workspace) {
        return em.find(WorkspaceEntity.class, workspace.value()).advance();
    }

    @Override
    public long floor(WorkspaceId workspace) {
        WorkspaceEntity row = em.find(WorkspaceEntity.class, workspace.value());
        return row == null ? 0 : row.teammateFloor();
    }

    @Override
    public void liftFloor(WorkspaceId workspace, long floor) {
        em.find(WorkspaceEntity.class, workspace.value()).liftFloor(floor);
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        em.createQuery("delete from WorkspaceEntity w where w.orgId = :org")
                .setParameter("org", workspace.value())
                .executeUpdate();
    }

    @Override
    public void removeAll(RealmId realm) {
        em.createQuery("delete from WorkspaceEntity w where w.realmId = :realm")
                .setParameter("realm", realm.value())
                .executeUpdate();
    }
}
