// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override.jpa;

import io.roster.access.Effect;
import io.roster.workspaces.override.OverrideStore;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.workspace.Lapsing;
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

/** Overrides in {@code WS_OVERRIDE}. */
public final class JpaOverrideStore implements OverrideStore {

    private static final String OF_A_TEAMMATE =
            "select o from WorkspaceOverrideEntity o where o.orgId = :org and o.userId = :user";

    private final EntityManager em;

    public JpaOverrideStore(EntityManager em) {
        this.em = em;
    }

    /** In the order of the unique constraint's index. */
    @Override
    public List<TeammateOverride> page(
            WorkspaceId workspace, UserId user, Instant now, int max, Optional<TeammateOverride.Position> after) {
        String further = after.isEmpty()
                ? ""
                : " and (o.project > :project or o.project = :project and (o.bit > :bit or o.bit = :bit and"
                        + " o.effect > :effect))";
        TypedQuery<WorkspaceOverrideEntity> query = em.createQuery(
                        OF_A_TEAMMATE + " and (o.until is null or o.until > :now)" + further
                                + " order by o.project, o.bit, o.effect",
                        WorkspaceOverrideEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max);
        after.ifPresent(position -> query.setParameter(
                        "project",
                        WorkspaceOverrideEntity.stored(
                                Optional.of(position.project()).filter(key -> !key.isEmpty())))
                .setParameter("bit", position.bit())
                .setParameter("effect", position.effect().key()));
        return query.getResultStream().map(WorkspaceOverrideEntity::override).toList();
    }

    @Override
    public Optional<TeammateOverride> find(WorkspaceId workspace, UserId user, String id) {
        return entity(workspace, id)
                .map(WorkspaceOverrideEntity::override)
                .filter(override -> override.user().equals(user));
    }

    @Override
    public Optional<TeammateOverride> at(
            WorkspaceId workspace, UserId user, Effect effect, int bit, Optional<String> project) {
        return em.createQuery(
                        OF_A_TEAMMATE + " and o.project = :project and o.bit = :bit and o.effect = :effect",
                        WorkspaceOverrideEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .setParameter("project", WorkspaceOverrideEntity.stored(project))
                .setParameter("bit", bit)
                .setParameter("effect", effect.key())
                .getResultStream()
                .map(WorkspaceOverrideEntity::override)
                .findFirst();
    }

    @Override
    public void insert(Workspace workspace, TeammateOverride override) {
        em.persist(new WorkspaceOverrideEntity(workspace, override));
        em.flush();
    }

    @Override
    public void update(WorkspaceId workspace, TeammateOverride override) {
        entity(workspace, override.id()).orElseThrow().write(override);
        em.flush();
    }

    @Override
    public void delete(WorkspaceId workspace, String id) {
        em.remove(entity(workspace, id).orElseThrow());
        em.flush();
    }

    @Override
    public List<Lapsing.Place> lapsed(Instant now, int max) {
        return em.createQuery(
                        "select distinct o.realmId as realm, o.orgId as org from WorkspaceOverrideEntity o"
                                + " where o.until <= :now",
                        Tuple.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Lapsing.Place(
                        new RealmId(row.get("realm", String.class)), new WorkspaceId(row.get("org", String.class))))
                .toList();
    }

    @Override
    public List<TeammateOverride> lapsed(WorkspaceId workspace, Instant now, int max) {
        return em.createQuery(
                        "select o from WorkspaceOverrideEntity o where o.orgId = :org and o.until <= :now"
                                + " order by o.until, o.id",
                        WorkspaceOverrideEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(WorkspaceOverrideEntity::override)
                .toList();
    }

    @Override
    public void forgetMaker(UserId user) {
        em.createQuery("update WorkspaceOverrideEntity o set o.madeBy = null where o.madeBy = :user")
                .setParameter("user", user.value())
                .executeUpdate();
    }

    @Override
    public void removeAll(WorkspaceId workspace, UserId user) {
        em.createQuery("delete from WorkspaceOverrideEntity o where o.orgId = :org and o.userId = :user")
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .executeUpdate();
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        delete("o.orgId = :id", workspace.value());
    }

    @Override
    public void removeAll(RealmId realm) {
        delete("o.realmId = :id", realm.value());
    }

    private void delete(String where, String id) {
        em.createQuery("delete from WorkspaceOverrideEntity o where " + where)
                .setParameter("id", id)
                .executeUpdate();
    }

    private Optional<WorkspaceOverrideEntity> entity(WorkspaceId workspace, String id) {
        return Optional.ofNullable(em.find(WorkspaceOverrideEntity.class, id))
                .filter(override -> override.isOf(workspace));
    }
}
