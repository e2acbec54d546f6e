// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.jpa;

import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Teammates in {@code WS_MEMBER}. */
public final class JpaMemberStore implements MemberStore {

    private static final int NAMED_USERS = 10;

    private final EntityManager em;

    public JpaMemberStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public void insert(RealmId realm, WorkspaceId workspace, Teammate teammate) {
        if (entity(workspace, teammate.user()) == null) {
            em.persist(new WorkspaceMemberEntity(realm.value(), workspace.value(), teammate));
            em.flush();
        }
    }

    @Override
    public Optional<Teammate> find(WorkspaceId workspace, UserId user) {
        return Optional.ofNullable(entity(workspace, user)).map(WorkspaceMemberEntity::teammate);
    }

    @Override
    public List<Teammate> page(WorkspaceId workspace, int max, Optional<String> afterName, Optional<String> afterUser) {
        String after =
                afterName.isEmpty() ? "" : " and (m.sortName > :name or m.sortName = :name and m.userId > :user)";
        TypedQuery<WorkspaceMemberEntity> query = em.createQuery(
                        "select m from WorkspaceMemberEntity m where m.orgId = :org" + after
                                + " order by m.sortName, m.userId",
                        WorkspaceMemberEntity.class)
                .setParameter("org", workspace.value())
                .setMaxResults(max);
        afterName.ifPresent(name -> query.setParameter("name", name).setParameter("user", afterUser.orElse("")));
        return query.getResultStream().map(WorkspaceMemberEntity::teammate).toList();
    }

    @Override
    public void assign(WorkspaceId workspace, UserId user, RoleRef role, Source source, long epoch) {
        entity(workspace, user).assign(role, source, epoch);
        em.flush();
    }

    @Override
    public void rename(WorkspaceId workspace, UserId user, String sortName) {
        entity(workspace, user).rename(sortName);
    }

    @Override
    public void rename(UserId user, String sortName) {
        em.createQuery(
                        "select m from WorkspaceMemberEntity m where m.userId = :user and m.sortName <> :name",
                        WorkspaceMemberEntity.class)
                .setParameter("user", user.value())
                .setParameter("name", sortName)
                .getResultList()
                .forEach(member -> member.rename(sortName));
    }

    @Override
    public void delete(WorkspaceId workspace, UserId user) {
        WorkspaceMemberEntity member = entity(workspace, user);
        if (member != null) {
            em.remove(member);
            em.flush();
        }
    }

    @Override
    public int adopt(RealmId realm, RoleRef role, Instant joined) {
        int adopted = em.createQuery("insert into WorkspaceMemberEntity"
                        + " (orgId, userId, realmId, preset, status, source, joinedAt, sortName, epoch)"
                        + " select o.id, u.id, o.realmId, :preset, 'active', :source, :joined,"
                        + " lower(substring(case when u.lastName is null and u.firstName is null then u.username"
                        + " else trim(concat(coalesce(u.lastName, ''), ' ', coalesce(u.firstName, ''))) end, 1, 255)),"
                        + " coalesce(w.teammateFloor, 0L)"
                        + " from UserGroupMembershipEntity g"
                        + " join OrganizationEntity o on o.groupId = g.groupId"
                        + " join UserEntity u on u.id = g.user.id"
                        + " left join WorkspaceEntity w on w.orgId = o.id"
                        + " where o.realmId = :realm and u.serviceAccountClientLink is null"
                        + " and not exists (select 1 from WorkspaceMemberEntity m"
                        + " where m.orgId = o.id and m.userId = u.id)")
                .setParameter("preset", role.key())
                .setParameter("source", Source.DEFAULT.key())
                .setParameter("joined", joined.toEpochMilli())
                .setParameter("realm", realm.value())
                .executeUpdate();
        em.createQuery("update UserGroupMembershipEntity g set g.membershipType = 'UNMANAGED'"
                        + " where g.membershipType = 'MANAGED' and g.groupId in"
                        + " (select o.groupId from OrganizationEntity o where o.realmId = :realm)")
                .setParameter("realm", realm.value())
                .executeUpdate();
        return adopted;
    }

    @Override
    public Users users(WorkspaceId workspace, RoleRef role) {
        String where = " from WorkspaceMemberEntity m where m.orgId = :org and "
                + (role.preset().isPresent() ? "m.preset" : "m.roleId") + " = :role";
        long count = em.createQuery("select count(m)" + where, Long.class)
                .setParameter("org", workspace.value())
                .setParameter("role", role.key())
                .getSingleResult();
        List<String> first = em.createQuery("select m.userId" + where + " order by m.sortName, m.userId", String.class)
                .setParameter("org", workspace.value())
                .setParameter("role", role.key())
                .setMaxResults(NAMED_USERS)
                .getResultList();
        return new Users("teammates", count, first);
    }

    @Override
    public void removeAll(UserId user) {
        delete("m.userId = :id", user.value());
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        delete("m.orgId = :id", workspace.value());
    }

    @Override
    public void removeAll(RealmId realm) {
        delete("m.realmId = :id", realm.value());
    }

    private void delete(String where, String id) {
        em.createQuery("delete from WorkspaceMemberEntity m where " + where)
                .setParameter("id", id)
                .executeUpdate();
    }

    private WorkspaceMemberEntity entity(WorkspaceId workspace, UserId user) {
        return em.find(WorkspaceMemberEntity.class, new WorkspaceMemberEntity.Key(workspace.value(), user.value()));
    }
}
