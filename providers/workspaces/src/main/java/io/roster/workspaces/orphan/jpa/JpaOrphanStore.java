// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan.jpa;

import io.roster.workspaces.orphan.OrphanStore;
import io.roster.workspaces.orphan.Overview;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state in single columns of {@code WS_WORKSPACE}, read and written by statements, because others own the row. */
public final class JpaOrphanStore implements OrphanStore {

    private final EntityManager em;

    public JpaOrphanStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<State> find(WorkspaceId workspace) {
        return em.createQuery(
                        "select w.realmId as realm, w.hadAdmin as hadAdmin, w.orphanedAt as orphaned"
                                + " from WorkspaceEntity w where w.orgId = :org",
                        Tuple.class)
                .setParameter("org", workspace.value())
                .getResultStream()
                .map(row -> new State(
                        new RealmId(row.get("realm", String.class)), row.get("hadAdmin", Boolean.class), orphaned(row)))
                .findFirst();
    }

    @Override
    public void write(WorkspaceId workspace, Optional<Instant> orphaned) {
        em.createQuery("update WorkspaceEntity w set w.hadAdmin = true, w.orphanedAt = :orphaned, w.toldAt = null"
                        + " where w.orgId = :org")
                .setParameter("orphaned", orphaned.map(Instant::toEpochMilli).orElse(null))
                .setParameter("org", workspace.value())
                .executeUpdate();
    }

    @Override
    public List<WorkspaceId> watched(UserId user) {
        return em.createQuery(
                        "select w.orgId from WorkspaceMemberEntity m join WorkspaceEntity w on w.orgId = m.orgId"
                                + " where m.userId = :user and m.status = 'active' and w.hadAdmin = true"
                                + " order by w.orgId",
                        String.class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(WorkspaceId::new)
                .toList();
    }

    @Override
    public List<Overview> page(RealmId realm, boolean orphaned, int max, Optional<String> afterAlias) {
        TypedQuery<Tuple> query = em.createQuery(
                        "select o.id as id, o.alias as alias, o.name as name, o.enabled as enabled,"
                                + " w.hadAdmin as hadAdmin, w.orphanedAt as orphaned"
                                + " from OrganizationEntity o left join WorkspaceEntity w on w.orgId = o.id"
                                + " where o.realmId = :realm"
                                + (afterAlias.isEmpty() ? "" : " and o.alias > :after")
                                + (orphaned ? " and w.orphanedAt is not null" : "") + " order by o.alias",
                        Tuple.class)
                .setParameter("realm", realm.value())
                .setMaxResults(max);
        afterAlias.ifPresent(alias -> query.setParameter("after", alias));
        return query.getResultStream()
                .map(row -> new Overview(
                        new Workspace(
                                new WorkspaceId(row.get("id", String.class)),
                                realm,
                                row.get("alias", String.class),
                                row.get("name", String.class),
                                row.get("enabled", Boolean.class)),
                        Boolean.TRUE.equals(row.get("hadAdmin", Boolean.class)),
                        orphaned(row)))
                .toList();
    }

    @Override
    public List<Place> untold(String attribute, int max) {
        return em.createQuery(
                        "select w.realmId as realm, w.orgId as org from WorkspaceEntity w"
                                + " where w.orphanedAt is not null and w.toldAt is null and exists (select 1 from"
                                + " RealmAttributeEntity a where a.realm.id = w.realmId and a.name = :attribute)"
                                + " order by w.orphanedAt, w.orgId",
                        Tuple.class)
                .setParameter("attribute", attribute)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Place(
                        new RealmId(row.get("realm", String.class)), new WorkspaceId(row.get("org", String.class))))
                .toList();
    }

    @Override
    public boolean isUntold(WorkspaceId workspace) {
        return em.createQuery(
                                "select count(w) from WorkspaceEntity w where w.orgId = :org"
                                        + " and w.orphanedAt is not null and w.toldAt is null",
                                Long.class)
                        .setParameter("org", workspace.value())
                        .getSingleResult()
                > 0;
    }

    @Override
    public void told(WorkspaceId workspace, Instant when) {
        em.createQuery("update WorkspaceEntity w set w.toldAt = :now where w.orgId = :org and w.orphanedAt is not null")
                .setParameter("now", when.toEpochMilli())
                .setParameter("org", workspace.value())
                .executeUpdate();
    }

    private static Optional<Instant> orphaned(Tuple row) {
        return Optional.ofNullable(row.get("orphaned", Long.class)).map(Instant::ofEpochMilli);
    }
}
