// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.jpa;

import io.roster.workspaces.member.Source;
import io.roster.workspaces.project.GrantStore;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grants in {@code WS_GRANT}. */
public final class JpaGrantStore implements GrantStore {

    private static final int NAMED_GRANTS = 10;
    private static final String ALL = "select g from WorkspaceGrantEntity g where g.orgId = :org and ";
    private static final String TO_ONE = "g.granteeKind = :kind and g.granteeId = :grantee";

    private final EntityManager em;

    public JpaGrantStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public void insert(Workspace workspace, WorkspaceGrant grant) {
        em.persist(new WorkspaceGrantEntity(workspace, grant));
        em.flush();
    }

    @Override
    public Optional<WorkspaceGrant> find(WorkspaceId workspace, String id) {
        return entity(workspace, id).map(WorkspaceGrantEntity::grant);
    }

    @Override
    public Optional<WorkspaceGrant> find(WorkspaceId workspace, String project, Grantee grantee, Source source) {
        return grants(
                        workspace,
                        TO_ONE + " and g.project = :project and g.source = :source",
                        Map.of(
                                "kind", grantee.kind().key(),
                                "grantee", grantee.id(),
                                "project", project,
                                "source", source.key()))
                .findFirst();
    }

    @Override
    public List<WorkspaceGrant> ofProject(
            WorkspaceId workspace, String project, Instant now, int max, Optional<String> afterId) {
        return page(workspace, "g.project = :project", Map.of("project", project), now, max, afterId);
    }

    @Override
    public List<WorkspaceGrant> to(
            WorkspaceId workspace, Collection<Grantee> grantees, Instant now, int max, Optional<String> afterId) {
        Map<Grantee.Kind, List<String>> byKind = grantees.stream()
                .collect(Collectors.groupingBy(Grantee::kind, Collectors.mapping(Grantee::id, Collectors.toList())));
        String which = byKind.keySet().stream()
                .map(kind -> "g.granteeKind = '" + kind.key() + "' and g.granteeId in :" + kind.key())
                .collect(Collectors.joining(" or ", "(", ")"));
        Map<String, Object> parameters = byKind.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getValue));
        return byKind.isEmpty() ? List.of() : page(workspace, which, parameters, now, max, afterId);
    }

    @Override
    public List<WorkspaceGrant> allTo(WorkspaceId workspace, Grantee grantee) {
        return grants(workspace, TO_ONE, Map.of("kind", grantee.kind().key(), "grantee", grantee.id()))
                .toList();
    }

    @Override
    public List<WorkspaceGrant> ended(WorkspaceId workspace, Instant now) {
        return grants(workspace, "g.until <= :now", Map.of("now", now.toEpochMilli()))
                .toList();
    }

    @Override
    public List<Lapsing.Place> lapsed(Instant now, int max) {
        return em.createQuery(
                        "select distinct g.realmId as realm, g.orgId as org from WorkspaceGrantEntity g"
                                + " where g.until <= :now",
                        Tuple.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Lapsing.Place(
                        new RealmId(row.get("realm", String.class)), new WorkspaceId(row.get("org", String.class))))
                .toList();
    }

    @Override
    public void update(WorkspaceId workspace, WorkspaceGrant grant) {
        entity(workspace, grant.id()).orElseThrow().write(grant);
        em.flush();
    }

    @Override
    public void delete(WorkspaceId workspace, String id) {
        em.remove(entity(workspace, id).orElseThrow());
        em.flush();
    }

    @Override
    public Users users(WorkspaceId workspace, RoleRef role) {
        String where = " from WorkspaceGrantEntity g where g.orgId = :org and "
                + (role.preset().isPresent() ? "g.preset" : "g.roleId") + " = :role";
        long count = em.createQuery("select count(g)" + where, Long.class)
                .setParameter("org", workspace.value())
                .setParameter("role", role.key())
                .getSingleResult();
        List<String> first = em.createQuery("select g.id" + where + " order by g.id", String.class)
                .setParameter("org", workspace.value())
                .setParameter("role", role.key())
                .setMaxResults(NAMED_GRANTS)
                .getResultList();
        return new Users("grants", count, first);
    }

    /**
     * A grant to a teammate has the teammate's counter as its version, which this doesn't raise: below zero is a number
     * that no counter of a teammate ever is.
     */
    @Override
    public void replace(WorkspaceId workspace, RoleRef role, RoleRef other, long number) {
        replace(Grantee.Kind.TEAM, workspace, role, other, number);
        replace(Grantee.Kind.USER, workspace, role, other, -number);
    }

    private void replace(Grantee.Kind kind, WorkspaceId workspace, RoleRef role, RoleRef other, long version) {
        em.createQuery("update WorkspaceGrantEntity g set g.preset = :preset, g.roleId = :roleId,"
                        + " g.version = :version where g.orgId = :org and g.granteeKind = :kind and "
                        + (role.preset().isPresent() ? "g.preset" : "g.roleId") + " = :role")
                .setParameter("preset", other.preset().orElse(null))
                .setParameter("roleId", other.roleId().orElse(null))
                .setParameter("version", version)
                .setParameter("org", workspace.value())
                .setParameter("kind", kind.key())
                .setParameter("role", role.key())
                .executeUpdate();
    }

    @Override
    public void removeAll(WorkspaceId workspace, UserId user) {
        em.createQuery("delete from WorkspaceGrantEntity g where g.orgId = :org and g.granteeId = :user"
                        + " and g.granteeKind = 'user'")
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .executeUpdate();
    }

    @Override
    public void forgetMaker(UserId user) {
        em.createQuery("update WorkspaceGrantEntity g set g.madeBy = null where g.madeBy = :user")
                .setParameter("user", user.value())
                .executeUpdate();
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        em.createQuery("delete from WorkspaceGrantEntity g where g.orgId = :org")
                .setParameter("org", workspace.value())
                .executeUpdate();
    }

    @Override
    public void removeAll(RealmId realm) {
        em.createQuery("delete from WorkspaceGrantEntity g where g.realmId = :realm")
                .setParameter("realm", realm.value())
                .executeUpdate();
    }

    private List<WorkspaceGrant> page(
            WorkspaceId workspace,
            String which,
            Map<String, ?> parameters,
            Instant now,
            int max,
            Optional<String> afterId) {
        String after = afterId.isEmpty() ? "" : " and g.id > :after";
        TypedQuery<WorkspaceGrantEntity> query = em.createQuery(
                        ALL + which + " and (g.until is null or g.until > :now)" + after + " order by g.id",
                        WorkspaceGrantEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max);
        parameters.forEach(query::setParameter);
        afterId.ifPresent(id -> query.setParameter("after", id));
        return query.getResultStream().map(WorkspaceGrantEntity::grant).toList();
    }

    private Stream<WorkspaceGrant> grants(WorkspaceId workspace, String which, Map<String, ?> parameters) {
        TypedQuery<WorkspaceGrantEntity> query =
                em.createQuery(ALL + which, WorkspaceGrantEntity.class).setParameter("org", workspace.value());
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(WorkspaceGrantEntity::grant);
    }

    private Optional<WorkspaceGrantEntity> entity(WorkspaceId workspace, String id) {
        return Optional.ofNullable(em.find(WorkspaceGrantEntity.class, id)).filter(grant -> grant.isOf(workspace));
    }
}
