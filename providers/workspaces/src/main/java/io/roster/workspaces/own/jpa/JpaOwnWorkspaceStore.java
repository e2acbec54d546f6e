// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.own.jpa;

import io.roster.workspaces.own.OwnWorkspaceStore;
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

/**
 * Joins Keycloak's rows of organizations itself: the provider's own questions are filtered by the admin rights of the
 * caller once fine-grained admin permissions are on (Keycloak 26.7).
 */
public final class JpaOwnWorkspaceStore implements OwnWorkspaceStore {

    private static final String MEMBERSHIPS = "select o.id as workspace, o.alias as alias, o.name as name,"
            + " m.preset as preset, m.roleId as roleId, r.name as custom, e.name as edited, m.roleUntil as until,"
            + " m.nextPreset as nextPreset, m.nextRoleId as nextRoleId, n.name as nextCustom, f.name as nextEdited"
            + " from WorkspaceMemberEntity m"
            + " join OrganizationEntity o on o.id = m.orgId"
            + " left join WorkspaceRoleEntity r on r.id = m.roleId"
            + " left join WorkspacePresetEditEntity e on e.orgId = m.orgId and e.preset = m.preset"
            + " left join WorkspaceRoleEntity n on n.id = m.nextRoleId"
            + " left join WorkspacePresetEditEntity f on f.orgId = m.orgId and f.preset = m.nextPreset"
            + " where m.userId = :user and m.realmId = :realm and m.status = 'active' and o.enabled = true";

    private final EntityManager em;

    public JpaOwnWorkspaceStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Membership> page(RealmId realm, UserId user, int max, Optional<String> afterAlias) {
        String after = afterAlias.isEmpty() ? "" : " and o.alias > :alias";
        TypedQuery<Tuple> query = em.createQuery(MEMBERSHIPS + after + " order by o.alias", Tuple.class)
                .setParameter("user", user.value())
                .setParameter("realm", realm.value())
                .setMaxResults(max);
        afterAlias.ifPresent(alias -> query.setParameter("alias", alias));
        return query.getResultStream()
                .map(row -> new Membership(
                        new Workspace(
                                new WorkspaceId(row.get("workspace", String.class)),
                                realm,
                                row.get("alias", String.class),
                                row.get("name", String.class),
                                true),
                        named(row, "preset", "edited", "roleId", "custom").orElseThrow(),
                        Optional.ofNullable(row.get("until", Long.class)).map(Instant::ofEpochMilli),
                        named(row, "nextPreset", "nextEdited", "nextRoleId", "nextCustom")))
                .toList();
    }

    private static Optional<Named> named(Tuple row, String preset, String edited, String roleId, String custom) {
        String ofPreset = row.get(preset, String.class);
        if (ofPreset != null) {
            return Optional.of(new Named(ofPreset, Optional.ofNullable(row.get(edited, String.class))));
        }
        return Optional.ofNullable(row.get(roleId, String.class))
                .map(id -> new Named(id, Optional.ofNullable(row.get(custom, String.class))));
    }
}
