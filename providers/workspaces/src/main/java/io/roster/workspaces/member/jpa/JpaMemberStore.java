// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.jpa;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.member.Assigned;
import io.roster.workspaces.member.Card;
import io.roster.workspaces.member.Copied;
import io.roster.workspaces.member.Found;
import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Teammates in {@code WS_MEMBER}, and the words that a search finds them by in {@code WS_MEMBER_WORD}. */
public final class JpaMemberStore implements MemberStore {

    private static final int NAMED_USERS = 10;

    private final EntityManager em;

    public JpaMemberStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public boolean insert(RealmId realm, WorkspaceId workspace, Teammate teammate, List<String> words) {
        // asked first: MariaDB counts a row that was left as it is like one that was inserted
        return entity(workspace, teammate.user()) == null && new MemberRows(em, realm, workspace).join(teammate, words);
    }

    @Override
    public Optional<Teammate> find(WorkspaceId workspace, UserId user) {
        return Optional.ofNullable(entity(workspace, user)).map(WorkspaceMemberEntity::teammate);
    }

    @Override
    public Optional<Teammate> reread(WorkspaceId workspace, UserId user) {
        return Optional.ofNullable(held(workspace, user)).map(WorkspaceMemberEntity::teammate);
    }

    @Override
    public List<Found> page(
            WorkspaceId workspace, TeammateQuery query, Instant now, int max, Optional<Found.Position> after) {
        return new TeammateStatement(em, workspace, query, now, after).read(max);
    }

    @Override
    public void assign(WorkspaceId workspace, UserId user, Assigned assigned, Source source) {
        RoleRef role = assigned.role();
        update(
                workspace,
                user,
                "m.preset = :preset, m.roleId = :roleId, m.roleUntil = :until, m.nextPreset = :nextPreset,"
                        + " m.nextRoleId = :nextRoleId, m.source = :source, m.epoch = m.epoch + 1",
                query -> query.setParameter("preset", role.preset().orElse(null))
                        .setParameter("roleId", role.roleId().orElse(null))
                        .setParameter(
                                "until",
                                assigned.until().map(Instant::toEpochMilli).orElse(null))
                        .setParameter(
                                "nextPreset",
                                assigned.next().flatMap(RoleRef::preset).orElse(null))
                        .setParameter(
                                "nextRoleId",
                                assigned.next().flatMap(RoleRef::roleId).orElse(null))
                        .setParameter("source", source.key()));
    }

    @Override
    public void start(WorkspaceId workspace, UserId user, Optional<Start> start) {
        update(
                workspace,
                user,
                "m.project = :project, m.environment = :environment, m.epoch = m.epoch + 1",
                query -> query.setParameter("project", start.map(Start::project).orElse(null))
                        .setParameter(
                                "environment", start.map(Start::environment).orElse(null)));
    }

    @Override
    public boolean touch(WorkspaceId workspace, UserId user) {
        return update(workspace, user, "m.epoch = m.epoch + 1", query -> query) > 0;
    }

    @Override
    public boolean hasTeam(WorkspaceId workspace, TeamId team) {
        return em.createQuery(
                        "select g.id from GroupEntity g join OrganizationEntity o on o.groupId = g.parentId"
                                + " where o.id = :org and g.id = :team",
                        String.class)
                .setParameter("org", workspace.value())
                .setParameter("team", team.value())
                .getResultStream()
                // a database may compare without case
                .anyMatch(team.value()::equals);
    }

    @Override
    public void setStatus(WorkspaceId workspace, UserId user, Teammate.Status status) {
        update(
                workspace,
                user,
                "m.status = :status, m.epoch = m.epoch + 1",
                query -> query.setParameter("status", status.key()));
    }

    @Override
    public List<Lapsing.Place> lapsed(Instant now, int max) {
        return em.createQuery(
                        "select distinct m.realmId as realm, m.orgId as org from WorkspaceMemberEntity m"
                                + " where m.roleUntil <= :now",
                        Tuple.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Lapsing.Place(
                        new RealmId(row.get("realm", String.class)), new WorkspaceId(row.get("org", String.class))))
                .toList();
    }

    @Override
    public List<Teammate> lapsed(WorkspaceId workspace, Instant now, int max) {
        return em.createQuery(
                        "select m from WorkspaceMemberEntity m where m.orgId = :org and m.roleUntil <= :now"
                                + " order by m.roleUntil, m.userId",
                        WorkspaceMemberEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(WorkspaceMemberEntity::teammate)
                .toList();
    }

    /**
     * Single columns, in one statement: an entity would write back the role as it was read, over what came between. The
     * row is the lock of its words: of two that copy at once, the second finds that there is nothing to do any more.
     */
    @Override
    public void copy(Workspace workspace, UserId user, Card card) {
        copy(workspace.realm(), workspace.id(), user, card);
    }

    @Override
    public void copy(UserId user, Card card) {
        // the account's row before the teammate's, as when Keycloak puts them into a group: else each waits for the
        // other
        em.flush();
        em.createQuery(
                        "select m.realmId as realm, m.orgId as org from WorkspaceMemberEntity m"
                                + " where m.userId = :user and m.copyDigest <> :digest order by m.orgId",
                        Tuple.class)
                .setParameter("user", user.value())
                .setParameter("digest", card.copied().digest())
                .getResultList()
                .forEach(row -> copy(
                        new RealmId(row.get("realm", String.class)),
                        new WorkspaceId(row.get("org", String.class)),
                        user,
                        card));
    }

    void copy(RealmId realm, WorkspaceId workspace, UserId user, Card card) {
        Copied copied = card.copied();
        int changed = em.createQuery("update WorkspaceMemberEntity m"
                        + " set m.sortName = :name, m.sortEmail = :email, m.copyDigest = :digest"
                        + " where m.orgId = :org and m.userId = :user and m.copyDigest <> :digest")
                .setParameter("name", copied.sortName())
                .setParameter("email", copied.sortEmail())
                .setParameter("digest", copied.digest())
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .executeUpdate();
        if (changed > 0) {
            deleteWords(workspace, user);
            new MemberRows(em, realm, workspace).words(Map.of(user, card.words()));
        }
    }

    @Override
    public void delete(WorkspaceId workspace, UserId user) {
        WorkspaceMemberEntity member = entity(workspace, user);
        if (member != null) {
            deleteWords(workspace, user);
            em.remove(member);
            em.flush();
        }
    }

    @Override
    public int adopt(RealmId realm, RoleRef role, Instant joined) {
        return new Adoption(em, this, realm, role, joined).adopt();
    }

    @Override
    public Users users(WorkspaceId workspace, RoleRef role) {
        String where = " from WorkspaceMemberEntity m where m.orgId = :org and (m.roleKey = :role or "
                + (role.preset().isPresent() ? "m.nextPreset" : "m.nextRoleId") + " = :role)";
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

    /** Single columns, whoever has the role: an entity would be read for each of them. */
    @Override
    public void replace(WorkspaceId workspace, RoleRef role, RoleRef other, long number) {
        replace("m.preset = :preset, m.roleId = :roleId", "m.roleKey", workspace, role, other);
        replace(
                "m.nextPreset = :preset, m.nextRoleId = :roleId",
                role.preset().isPresent() ? "m.nextPreset" : "m.nextRoleId",
                workspace,
                role,
                other);
    }

    private void replace(String columns, String column, WorkspaceId workspace, RoleRef role, RoleRef other) {
        em.createQuery("update WorkspaceMemberEntity m set " + columns + ", m.epoch = m.epoch + 1"
                        + " where m.orgId = :org and " + column + " = :role")
                .setParameter("preset", other.preset().orElse(null))
                .setParameter("roleId", other.roleId().orElse(null))
                .setParameter("org", workspace.value())
                .setParameter("role", role.key())
                .executeUpdate();
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

    /** Words first, all with one statement: the reference to a teammate would have them go one teammate after another. */
    private void delete(String where, String id) {
        for (String entity : List.of("WorkspaceMemberWordEntity", "WorkspaceMemberEntity")) {
            em.createQuery("delete from " + entity + " m where " + where)
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    private void deleteWords(WorkspaceId workspace, UserId user) {
        em.createQuery("delete from WorkspaceMemberWordEntity w where w.orgId = :org and w.userId = :user")
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .executeUpdate();
    }

    /** The row as it is now, whatever this session has read before, and nobody else changes it. */
    private WorkspaceMemberEntity held(WorkspaceId workspace, UserId user) {
        forget(workspace, user);
        return em.find(WorkspaceMemberEntity.class, key(workspace, user), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The columns that change and no others, in one statement: an entity would write back all of them as they were read,
     * over what somebody else has written since.
     */
    private int update(WorkspaceId workspace, UserId user, String columns, UnaryOperator<Query> values) {
        int changed = values.apply(em.createQuery(
                        "update WorkspaceMemberEntity m set " + columns + " where m.orgId = :org and m.userId = :user"))
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .executeUpdate();
        forget(workspace, user);
        return changed;
    }

    /** What this session has read before is older than the row. */
    private void forget(WorkspaceId workspace, UserId user) {
        em.detach(em.getReference(WorkspaceMemberEntity.class, key(workspace, user)));
    }

    private WorkspaceMemberEntity entity(WorkspaceId workspace, UserId user) {
        return em.find(WorkspaceMemberEntity.class, key(workspace, user));
    }

    private static WorkspaceMemberEntity.Key key(WorkspaceId workspace, UserId user) {
        return new WorkspaceMemberEntity.Key(workspace.value(), user.value());
    }
}
