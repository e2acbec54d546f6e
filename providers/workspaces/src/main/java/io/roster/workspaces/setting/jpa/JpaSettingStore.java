// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting.jpa;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.setting.Chosen;
import io.roster.workspaces.setting.Effective;
import io.roster.workspaces.setting.Life;
import io.roster.workspaces.setting.SettingStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings in single columns of {@code WS_REALM} and {@code WS_WORKSPACE}, whose rows others own. They are read by
 * statements and not by entities: what this session has read before it waited for a lock may be old by then.
 */
public final class JpaSettingStore implements SettingStore {

    private static final String COLUMNS = "s.defaultPreset as preset, s.invitationLife as life,"
            + " s.overridesOn as overrides, s.contact as contact, s.environments as environments";

    private static final String VALUES = "s.defaultPreset = :preset, s.invitationLife = :life,"
            + " s.overridesOn = :overrides, s.contact = :contact, s.environments = :environments";

    private final EntityManager em;

    public JpaSettingStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public Chosen find(RealmId realm) {
        return em
                .createQuery(
                        "select " + COLUMNS + ", cast(null as String) as role from WorkspaceRealmEntity s"
                                + " where s.realmId = :id",
                        Tuple.class)
                .setParameter("id", realm.value())
                .getResultList()
                .stream()
                .map(JpaSettingStore::chosen)
                .findFirst()
                .orElse(Chosen.NOTHING);
    }

    @Override
    public Chosen find(WorkspaceId workspace) {
        return em
                .createQuery(
                        "select " + COLUMNS + ", s.defaultRoleId as role from WorkspaceEntity s where s.orgId = :id",
                        Tuple.class)
                .setParameter("id", workspace.value())
                .getResultList()
                .stream()
                .map(JpaSettingStore::chosen)
                .findFirst()
                .orElse(Chosen.NOTHING);
    }

    @Override
    public void save(RealmId realm, Chosen chosen) {
        write(
                em.createQuery("update WorkspaceRealmEntity s set " + VALUES + " where s.realmId = :id"),
                realm.value(),
                chosen);
    }

    @Override
    public void save(WorkspaceId workspace, Chosen chosen) {
        write(
                em.createQuery("update WorkspaceEntity s set " + VALUES
                                + ", s.defaultRoleId = :role where s.orgId = :id")
                        .setParameter(
                                "role",
                                chosen.defaultRole().flatMap(RoleRef::roleId).orElse(null)),
                workspace.value(),
                chosen);
    }

    private static void write(Query update, String id, Chosen chosen) {
        update.setParameter("id", id)
                .setParameter(
                        "preset", chosen.defaultRole().flatMap(RoleRef::preset).orElse(null))
                .setParameter("life", chosen.invitationLife().map(Life::text).orElse(null))
                .setParameter("overrides", chosen.overrides().orElse(null))
                .setParameter("contact", chosen.contact().orElse(null))
                .setParameter(
                        "environments",
                        chosen.environments()
                                .map(keys -> String.join(" ", keys))
                                .orElse(null))
                .executeUpdate();
    }

    @Override
    public Users users(WorkspaceId workspace, RoleRef role) {
        String realm = em
                .createQuery("select w.realmId from WorkspaceEntity w where w.orgId = :org", String.class)
                .setParameter("org", workspace.value())
                .getResultList()
                .stream()
                .findFirst()
                .orElse("");
        boolean uses = Effective.USUAL
                .with(find(new RealmId(realm)))
                .with(find(workspace))
                .defaultRole()
                .equals(role);
        return new Users(KIND, uses ? 1 : 0, uses ? List.of(workspace.value()) : List.of());
    }

    @Override
    public void replace(WorkspaceId workspace, RoleRef role, RoleRef other, long number) {
        em.createQuery("update WorkspaceEntity w set w.defaultPreset = :preset, w.defaultRoleId = :roleId"
                        + " where w.orgId = :org")
                .setParameter("preset", other.preset().orElse(null))
                .setParameter("roleId", other.roleId().orElse(null))
                .setParameter("org", workspace.value())
                .executeUpdate();
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        forgetRoles("w.orgId = :id", workspace.value());
    }

    @Override
    public void removeAll(RealmId realm) {
        forgetRoles("w.realmId = :id", realm.value());
    }

    private void forgetRoles(String where, String id) {
        em.createQuery("update WorkspaceEntity w set w.defaultRoleId = null where w.defaultRoleId is not null and "
                        + where)
                .setParameter("id", id)
                .executeUpdate();
    }

    private static Chosen chosen(Tuple row) {
        String preset = row.get("preset", String.class);
        String role = row.get("role", String.class);
        return new Chosen(
                preset == null && role == null ? Optional.empty() : Optional.of(RoleRef.stored(preset, role)),
                Optional.ofNullable(row.get("life", String.class)).map(Duration::parse),
                Optional.ofNullable(row.get("overrides", Boolean.class)),
                Optional.ofNullable(row.get("contact", String.class)),
                Optional.ofNullable(row.get("environments", String.class)).map(keys -> List.of(keys.split(" "))));
    }
}
