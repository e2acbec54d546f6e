// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access.jpa;

import io.roster.access.Effect;
import io.roster.access.PermissionOverride;
import io.roster.access.Project;
import io.roster.workspaces.access.AccessStore;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.access.Start;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One statement for a membership with all that decides over it, and one for what is written beside the role. They join
 * Keycloak's rows of organizations and groups themselves: the provider's own questions are filtered by the admin rights
 * of whoever signs in once fine-grained admin permissions are on (Keycloak 26.7), and would answer a person's own token
 * with less than they have.
 */
public final class JpaAccessStore implements AccessStore {

    private static final String MEMBERSHIP = "select o.id as workspace, o.alias as alias, o.enabled as enabled,"
            + " m.userId as user, m.status as status, m.epoch as epoch, w.epoch as workspaceEpoch,"
            + " m.preset as preset, m.roleId as roleId, r.permissions as permissions, e.added as added,"
            + " e.removed as removed, m.roleUntil as until,"
            + " m.nextPreset as nextPreset, m.nextRoleId as nextRoleId, n.permissions as nextPermissions,"
            + " f.added as nextAdded, f.removed as nextRemoved,"
            + " m.project as project, m.environment as environment,"
            + " coalesce(w.plan, c.defaultPlan) as plan, p.entitlements as entitlements, c.planEpoch as planEpoch,"
            + " c.catalogueRevision as revision"
            + " from WorkspaceMemberEntity m"
            + " join OrganizationEntity o on o.id = m.orgId"
            + " join WorkspaceRealmEntity c on c.realmId = m.realmId"
            + " left join WorkspaceEntity w on w.orgId = m.orgId"
            + " left join WorkspacePlanEntity p on p.realmId = m.realmId and p.key = coalesce(w.plan, c.defaultPlan)"
            + " left join WorkspaceRoleEntity r on r.id = m.roleId"
            + " left join WorkspacePresetEditEntity e on e.orgId = m.orgId and e.preset = m.preset"
            + " left join WorkspaceRoleEntity n on n.id = m.nextRoleId"
            + " left join WorkspacePresetEditEntity f on f.orgId = m.orgId and f.preset = m.nextPreset"
            + " where m.userId = :user";
    private static final String ACTIVE = MEMBERSHIP + " and m.realmId = :realm and m.status = 'active'";

    /** The first row, with what the membership says too: it tells whether the two were read of the same moment. */
    private static final String BASIS = "select 'basis' as kind, coalesce(w.plan, c.defaultPlan) as project, 0 as bit,"
            + " c.catalogueRevision as effect, cast(null as Long) as until, cast(null as String) as preset,"
            + " cast(null as String) as roleId, p.entitlements as permissions, cast(null as String) as added,"
            + " cast(null as String) as removed, m.epoch as teammate,"
            + " coalesce(w.epoch, 0L) + c.planEpoch as workspace"
            + " from WorkspaceMemberEntity m"
            + " join WorkspaceRealmEntity c on c.realmId = m.realmId"
            + " left join WorkspaceEntity w on w.orgId = m.orgId"
            + " left join WorkspacePlanEntity p on p.realmId = m.realmId and p.key = coalesce(w.plan, c.defaultPlan)"
            + " where m.orgId = :org and m.userId = :user";

    private static final String OVERRIDES = "select 'override', x.project, x.bit, x.effect, x.until,"
            + " cast(null as String), cast(null as String), cast(null as String), cast(null as String),"
            + " cast(null as String), 0L, 0L"
            + " from WorkspaceOverrideEntity x where x.orgId = :org and x.userId = :user";

    private static final String GRANTS = "select 'grant', g.project, 0, cast(null as String), g.until, g.preset,"
            + " g.roleId, r.permissions, e.added, e.removed, 0L, 0L"
            + " from WorkspaceGrantEntity g"
            + " left join WorkspaceRoleEntity r on r.id = g.roleId"
            + " left join WorkspacePresetEditEntity e on e.orgId = g.orgId and e.preset = g.preset"
            + " where g.orgId = :org and ";

    private static final String TO_THE_USER = GRANTS + "g.granteeKind = 'user' and g.granteeId = :user";
    private static final String TO_A_TEAM = GRANTS + "g.granteeKind = 'team' and g.granteeId in"
            + " (select t.groupId from UserGroupMembershipEntity t where t.user.id = :user)";
    /** Keycloak keeps the groups of a user who lives in a federation elsewhere (26.7). */
    private static final String TO_A_TEAM_OF_A_FEDERATED_USER = GRANTS + "g.granteeKind = 'team' and g.granteeId in"
            + " (select t.groupId from FederatedUserGroupMembershipEntity t where t.userId = :user)";

    private static final String ALLOWED_IN = "select distinct x.bit as bit, x.until as until"
            + " from WorkspaceOverrideEntity x where x.orgId = :org and x.project = :project and x.effect = 'allow'";

    private static final String GRANTED_IN = "select distinct g.project as project, g.until as until,"
            + " g.preset as preset, g.roleId as roleId, r.permissions as permissions, e.added as added,"
            + " e.removed as removed"
            + " from WorkspaceGrantEntity g"
            + " left join WorkspaceRoleEntity r on r.id = g.roleId"
            + " left join WorkspacePresetEditEntity e on e.orgId = g.orgId and e.preset = g.preset"
            + " where g.orgId = :org and g.project = :project and (g.preset is not null or g.roleId is not null)";

    private static final String FEDERATED = "f:";
    private static final String EVERYWHERE = "*";

    private final EntityManager em;

    public JpaAccessStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Membership> find(WorkspaceId workspace, UserId user) {
        return em.createQuery(MEMBERSHIP + " and m.orgId = :org", Tuple.class)
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .getResultStream()
                .map(JpaAccessStore::membership)
                .findFirst();
    }

    @Override
    public Optional<Written> written(WorkspaceId workspace, UserId user) {
        String toTeams = user.value().startsWith(FEDERATED) ? TO_A_TEAM_OF_A_FEDERATED_USER : TO_A_TEAM;
        List<Tuple> rows = em.createQuery(
                        String.join(" union all ", BASIS, OVERRIDES, TO_THE_USER, toTeams), Tuple.class)
                .setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .getResultList();
        List<PermissionOverride> overrides = new ArrayList<>();
        List<WrittenGrant> grants = new ArrayList<>();
        Optional<Tuple> basis = Optional.empty();
        for (Tuple row : rows) {
            switch (row.get("kind", String.class)) {
                case "override" -> overrides.add(override(row));
                case "grant" -> grants.add(grant(row));
                default -> basis = Optional.of(row);
            }
        }
        return basis.map(row -> new Written(
                new Counters(row.get("workspace", Long.class), row.get("teammate", Long.class)),
                row.get("effect", String.class),
                plan(row, "project", "permissions"),
                overrides,
                grants));
    }

    @Override
    public WrittenThere writtenIn(WorkspaceId workspace, String project) {
        List<WrittenGrant> grants =
                there(GRANTED_IN, workspace, project).map(JpaAccessStore::grant).toList();
        List<PermissionOverride> allowed = there(ALLOWED_IN, workspace, project)
                .map(row -> new PermissionOverride(
                        Effect.ALLOW, row.get("bit", Integer.class), Optional.of(project), instant(row)))
                .toList();
        return new WrittenThere(grants, allowed);
    }

    private Stream<Tuple> there(String statement, WorkspaceId workspace, String project) {
        return em.createQuery(statement, Tuple.class)
                .setParameter("org", workspace.value())
                .setParameter("project", project)
                .getResultStream();
    }

    @Override
    public List<WrittenRole> roles(WorkspaceId workspace) {
        Stream<WrittenRole> custom = em.createQuery(
                        "select r.id as id, r.permissions as permissions from WorkspaceRoleEntity r"
                                + " where r.orgId = :org",
                        Tuple.class)
                .setParameter("org", workspace.value())
                .getResultStream()
                .map(row -> new WrittenRole(
                        row.get("id", String.class), false, row.get("permissions", String.class), null, null));
        Stream<WrittenRole> edited = em.createQuery(
                        "select e.preset as preset, e.added as added, e.removed as removed"
                                + " from WorkspacePresetEditEntity e where e.orgId = :org",
                        Tuple.class)
                .setParameter("org", workspace.value())
                .getResultStream()
                .map(row -> new WrittenRole(
                        row.get("preset", String.class),
                        true,
                        null,
                        // a database may read an empty text as none
                        Optional.ofNullable(row.get("added", String.class)).orElse(""),
                        Optional.ofNullable(row.get("removed", String.class)).orElse("")));
        return Stream.concat(custom, edited).toList();
    }

    @Override
    public List<UserId> assigned(WorkspaceId workspace, Collection<String> roles, Optional<UserId> after, int max) {
        return roles.isEmpty()
                ? List.of()
                : activeWhere("m.roleKey in :roles", Map.of("roles", roles), workspace, after, max);
    }

    @Override
    public List<UserId> carrying(WorkspaceId workspace, List<Carriers> each, Optional<UserId> after, int max) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            String allowed = "exists (select 1 from WorkspaceOverrideEntity x where x.orgId = m.orgId"
                    + " and x.userId = m.userId and x.project = '" + EVERYWHERE + "' and x.effect = 'allow'"
                    + " and x.bit = :bit" + i + ")";
            String roles = ":roles" + i;
            conditions.add("(m.roleKey in " + roles + " or m.nextPreset in " + roles + " or m.nextRoleId in " + roles
                    + " or " + allowed + ")");
            // a list without anything is no list to every database
            Collection<String> keys = each.get(i).roles();
            parameters.put("roles" + i, keys.isEmpty() ? List.of("") : keys);
            parameters.put("bit" + i, each.get(i).bit());
        }
        return activeWhere(String.join(" and ", conditions), parameters, workspace, after, max);
    }

    private List<UserId> activeWhere(
            String condition, Map<String, ?> parameters, WorkspaceId workspace, Optional<UserId> after, int max) {
        TypedQuery<String> query = em.createQuery(
                        "select m.userId from WorkspaceMemberEntity m where m.orgId = :org and m.status = 'active'"
                                + (after.isEmpty() ? "" : " and m.userId > :after") + " and " + condition
                                + " order by m.userId",
                        String.class)
                .setParameter("org", workspace.value())
                .setMaxResults(max);
        after.ifPresent(user -> query.setParameter("after", user.value()));
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(UserId::new).toList();
    }

    @Override
    public List<Project> projects(WorkspaceId workspace) {
        return em.createQuery(
                        "select p.key as key, p.open as open, p.archived as archived from WorkspaceProjectEntity p"
                                + " where p.orgId = :org",
                        Tuple.class)
                .setParameter("org", workspace.value())
                .getResultStream()
                .map(row -> new Project(
                        row.get("key", String.class),
                        row.get("open", Boolean.class),
                        row.get("archived", Boolean.class)))
                .toList();
    }

    @Override
    public List<Membership> memberships(RealmId realm, UserId user, int max) {
        return memberships(ACTIVE, realm, user, max);
    }

    @Override
    public List<Membership> enabledMemberships(RealmId realm, UserId user, int max) {
        return memberships(ACTIVE + " and o.enabled = true", realm, user, max);
    }

    @Override
    public List<WorkspaceId> suspendedWorkspaces(RealmId realm, UserId user) {
        return em.createQuery(
                        "select m.orgId from WorkspaceMemberEntity m"
                                + " where m.userId = :user and m.realmId = :realm and m.status = 'suspended'",
                        String.class)
                .setParameter("user", user.value())
                .setParameter("realm", realm.value())
                .getResultStream()
                .map(WorkspaceId::new)
                .toList();
    }

    private List<Membership> memberships(String query, RealmId realm, UserId user, int max) {
        return em.createQuery(query, Tuple.class)
                .setParameter("user", user.value())
                .setParameter("realm", realm.value())
                .setMaxResults(max)
                .getResultStream()
                .map(JpaAccessStore::membership)
                .toList();
    }

    private static Membership membership(Tuple row) {
        Long workspaceEpoch = row.get("workspaceEpoch", Long.class);
        return new Membership(
                new WorkspaceId(row.get("workspace", String.class)),
                row.get("alias", String.class),
                new UserId(row.get("user", String.class)),
                row.get("enabled", Boolean.class),
                row.get("status", String.class).equals("active"),
                role(row, "preset", "roleId", "permissions", "added", "removed").orElseThrow(),
                instant(row),
                role(row, "nextPreset", "nextRoleId", "nextPermissions", "nextAdded", "nextRemoved"),
                plan(row, "plan", "entitlements"),
                Optional.ofNullable(row.get("project", String.class))
                        .map(project -> new Start(
                                project,
                                Optional.ofNullable(row.get("environment", String.class))
                                        .orElse(Start.PRODUCTION))),
                new Counters(
                        (workspaceEpoch == null ? 0 : workspaceEpoch) + row.get("planEpoch", Long.class),
                        row.get("epoch", Long.class)),
                row.get("revision", String.class));
    }

    /** A plan that isn't there unlocks nothing; none at all, and the one that has no row, unlock everything. */
    private static Optional<Entitlements> plan(Tuple row, String plan, String entitlements) {
        return Optional.ofNullable(row.get(plan, String.class))
                .filter(key -> !key.equals(Entitlements.EVERYTHING))
                .map(key -> Entitlements.stored(row.get(entitlements, String.class)));
    }

    private static PermissionOverride override(Tuple row) {
        return new PermissionOverride(
                Effect.valueOf(row.get("effect", String.class).toUpperCase(Locale.ROOT)),
                row.get("bit", Integer.class),
                Optional.of(row.get("project", String.class)).filter(project -> !project.equals(EVERYWHERE)),
                instant(row));
    }

    private static WrittenGrant grant(Tuple row) {
        return new WrittenGrant(
                row.get("project", String.class),
                role(row, "preset", "roleId", "permissions", "added", "removed"),
                instant(row));
    }

    private static Optional<WrittenRole> role(
            Tuple row, String preset, String roleId, String permissions, String added, String removed) {
        String ofPreset = row.get(preset, String.class);
        String ofCustom = row.get(roleId, String.class);
        if (ofPreset == null && ofCustom == null) {
            return Optional.empty();
        }
        return Optional.of(new WrittenRole(
                ofPreset != null ? ofPreset : ofCustom,
                ofPreset != null,
                row.get(permissions, String.class),
                row.get(added, String.class),
                row.get(removed, String.class)));
    }

    private static Optional<Instant> instant(Tuple row) {
        return Optional.ofNullable(row.get("until", Long.class)).map(Instant::ofEpochMilli);
    }
}
