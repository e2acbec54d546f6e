// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access.jpa;

import io.roster.workspaces.access.AccessStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/**
 * One statement for a membership with all that decides over it. It joins Keycloak's organization rows itself: the
 * provider's own questions are filtered by the admin rights of whoever signs in once fine-grained admin permissions
 * are on (Keycloak 26.7), and would answer a person's own token with less than they have.
 */
public final class JpaAccessStore implements AccessStore {

    private static final String MEMBERSHIP = "select o.id as workspace, o.alias as alias, o.enabled as enabled,"
            + " m.userId as user, m.status as status, m.preset as preset, m.roleId as roleId, m.epoch as epoch,"
            + " r.permissions as permissions, e.added as added, e.removed as removed, w.epoch as workspaceEpoch,"
            + " c.catalogueRevision as revision"
            + " from WorkspaceMemberEntity m"
            + " join OrganizationEntity o on o.id = m.orgId"
            + " join WorkspaceRealmEntity c on c.realmId = m.realmId"
            + " left join WorkspaceRoleEntity r on r.id = m.roleId"
            + " left join WorkspacePresetEditEntity e on e.orgId = m.orgId and e.preset = m.preset"
            + " left join WorkspaceEntity w on w.orgId = m.orgId"
            + " where m.userId = :user";

    private final EntityManager em;

    public JpaAccessStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Membership> find(WorkspaceId workspace, UserId user) {
        return query(MEMBERSHIP + " and m.orgId = :org", user)
                .setParameter("org", workspace.value())
                .getResultStream()
                .map(JpaAccessStore::membership)
                .findFirst();
    }

    @Override
    public List<Membership> active(RealmId realm, UserId user, int max) {
        return query(MEMBERSHIP + " and m.realmId = :realm and m.status = 'active' and o.enabled = true", user)
                .setParameter("realm", realm.value())
                .setMaxResults(max)
                .getResultStream()
                .map(JpaAccessStore::membership)
                .toList();
    }

    @Override
    public List<WorkspaceId> workspaces(RealmId realm, UserId user, int max) {
        return em.createQuery(
                        "select m.orgId from WorkspaceMemberEntity m"
                                + " where m.userId = :user and m.realmId = :realm and m.status = 'active'",
                        String.class)
                .setParameter("user", user.value())
                .setParameter("realm", realm.value())
                .setMaxResults(max)
                .getResultStream()
                .map(WorkspaceId::new)
                .toList();
    }

    private TypedQuery<Tuple> query(String query, UserId user) {
        return em.createQuery(query, Tuple.class).setParameter("user", user.value());
    }

    private static Membership membership(Tuple row) {
        Long workspaceEpoch = row.get("workspaceEpoch", Long.class);
        return new Membership(
                new WorkspaceId(row.get("workspace", String.class)),
                row.get("alias", String.class),
                new UserId(row.get("user", String.class)),
                row.get("enabled", Boolean.class),
                row.get("status", String.class).equals("active"),
                Optional.ofNullable(row.get("preset", String.class)),
                Optional.ofNullable(row.get("roleId", String.class)),
                row.get("permissions", String.class),
                row.get("added", String.class),
                row.get("removed", String.class),
                workspaceEpoch == null ? 0 : workspaceEpoch,
                row.get("epoch", Long.class),
                row.get("revision", String.class));
    }
}
