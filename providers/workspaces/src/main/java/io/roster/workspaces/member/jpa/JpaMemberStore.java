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
    public boolean insert(RealmId realm, WorkspaceId workspace, Teammate teammate) {
        // not persist: of two that join at once, neither may undo what Keycloak does
        int inserted = em.createQuery("insert into WorkspaceMemberEntity"
                        + " (orgId, userId, realmId, preset, roleId, status, source, joinedAt, sortName, epoch) values"
                        + " (:org, :user, :realm, :preset, :role, :status, :source, :joined, :name, :epoch)"
                        + " on conflict do nothing")
                .setParameter("org", workspace.value())
                .setParameter("user", teammate.user().value())
                .setParameter("realm", realm.value())
                .setParameter("preset", teammate.role().preset().orElse(null))
                .setParameter("role", teammate.role().roleId().orElse(null))
                .setParameter("status", teammate.status().key())
                .setParameter("source", teammate.source().key())
                .setParameter("joined", teammate.joined().toEpochMilli())
                .setParameter("name", teammate.sortName())
                .setParameter("epoch", teammate.epoch())
                .executeUpdate();
        return inserted > 0;
    }

    @Override
    public Optional<Teammate> find(WorkspaceId workspace, UserId user) {
        return Optional.ofNullable(entity(workspace, user)).map(WorkspaceMemberEntity::teammate);
    }

    @Override
    public Optional<Teammate> reread(WorkspaceId workspace, UserId user) {
        WorkspaceMemberEntity known = entity(workspace, user);
        if (known != null) {
            em.detach(known);
        }
        return find(workspace, user);
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

    /** One column, in one statement: an entity would write back the role as it was read, over what came between. */
    @Override
    public void rename(WorkspaceId workspace, UserId user, String sortName) {
        em.createQuery(
                        "update WorkspaceMemberEntity m set m.sortName = :name where m.orgId = :org and m.userId = :user")
                .setParameter("name", sortName)
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .executeUpdate();
    }

    @Override
    public void rename(UserId user, String sortName) {
        em.createQuery("update WorkspaceMemberEntity m set m.sortName = :name"
                        + " where m.userId = :user and m.sortName <> :name")
                .setParameter("name", sortName)
                .setParameter("user", user.value())
                .executeUpdate();
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
        int local = adopt(
                realm,
                role,
                joined,
                "lower(substring(case when u.lastName is null and u.firstName is null then u.username"
                        + " else trim(concat(coalesce(u.lastName, ''), ' ', coalesce(u.firstName, ''))) end, 1, 255))",
                " from UserGroupMembershipEntity g join OrganizationEntity o on o.groupId = g.groupId"
                        + " join UserEntity u on u.id = g.user.id and u.serviceAccountClientLink is null",
                "u.id");
        // members who live in a federation; their names are copied when they are first listed
        int federated = adopt(
                realm,
                role,
                joined,
                "''",
                " from FederatedUserGroupMembershipEntity g join OrganizationEntity o on o.groupId = g.groupId",
                "g.userId");
        em.createQuery("update UserGroupMembershipEntity g set g.membershipType = 'UNMANAGED'"
                        + " where g.membershipType = 'MANAGED' and g.groupId in"
                        + " (select o.groupId from OrganizationEntity o where o.realmId = :realm)")
                .setParameter("realm", realm.value())
                .executeUpdate();
        return local + federated;
    }

    private int adopt(RealmId realm, RoleRef role, Instant joined, String name, String from, String user) {
        return em.createQuery("insert into WorkspaceMemberEntity"
                        + " (orgId, userId, realmId, preset, status, source, joinedAt, sortName, epoch)"
                        + " select o.id, " + user + ", o.realmId, :preset, 'active', :source, :joined, " + name
                        + ", coalesce(w.teammateFloor, 0L)" + from
                        + " left join WorkspaceEntity w on w.orgId = o.id"
                        + " where o.realmId = :realm and not exists (select 1 from WorkspaceMemberEntity m"
                        + " where m.orgId = o.id and m.userId = " + user + ")")
                .setParameter("preset", role.key())
                .setParameter("source", Source.DEFAULT.key())
                .setParameter("joined", joined.toEpochMilli())
                .setParameter("realm", realm.value())
                .executeUpdate();
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
    public List<WorkspaceId> workspaces(UserId user) {
        return em.createQuery(
                        "select m.orgId from WorkspaceMemberEntity m where m.userId = :user order by m.orgId",
                        String.class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(WorkspaceId::new)
                .toList();
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
