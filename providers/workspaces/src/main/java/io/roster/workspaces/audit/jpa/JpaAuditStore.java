// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.jpa;

import io.roster.workspaces.audit.AuditStore;
import io.roster.workspaces.audit.Entry;
import io.roster.workspaces.audit.Recorded;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.OptionalLong;

/** Entries in {@code WS_AUDIT}. */
public final class JpaAuditStore implements AuditStore {

    private final EntityManager em;

    public JpaAuditStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public void append(Entry entry) {
        em.persist(new WorkspaceAuditEntity(entry));
    }

    @Override
    public List<Recorded> page(WorkspaceId workspace, int max, OptionalLong below) {
        return page("a.orgId = :id", "a.id desc", workspace.value(), max, below);
    }

    /** Sorted by the null too: PostgreSQL walks the index only where the order names every column of it. */
    @Override
    public List<Recorded> page(RealmId realm, int max, OptionalLong below) {
        return page(
                "a.realmId = :id and a.orgId is null",
                "a.realmId desc, a.orgId desc, a.id desc",
                realm.value(),
                max,
                below);
    }

    private List<Recorded> page(String where, String order, String id, int max, OptionalLong below) {
        TypedQuery<WorkspaceAuditEntity> query = em.createQuery(
                        "select a from WorkspaceAuditEntity a where " + where
                                + (below.isPresent() ? " and a.id < :below" : "") + " order by " + order,
                        WorkspaceAuditEntity.class)
                .setParameter("id", id)
                .setMaxResults(max);
        below.ifPresent(number -> query.setParameter("below", number));
        return query.getResultStream().map(WorkspaceAuditEntity::recorded).toList();
    }

    @Override
    public void forgetAddresses(UserId user) {
        em.createQuery("update WorkspaceAuditEntity a set a.address = null where a.actorId = :user")
                .setParameter("user", user.value())
                .executeUpdate();
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        delete("a.orgId = :id", workspace.value());
    }

    @Override
    public void removeAll(RealmId realm) {
        delete("a.realmId = :id", realm.value());
    }

    private void delete(String where, String id) {
        em.createQuery("delete from WorkspaceAuditEntity a where " + where)
                .setParameter("id", id)
                .executeUpdate();
    }
}
