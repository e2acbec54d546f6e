// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role.jpa;

import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.role.PresetEdit;
import io.roster.workspaces.role.RoleName;
import io.roster.workspaces.role.RoleStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Roles in {@code WS_ROLE} and {@code WS_PRESET_EDIT}. */
public final class JpaRoleStore implements RoleStore {

    private final EntityManager em;

    public JpaRoleStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<CustomRole> page(WorkspaceId workspace, int max, Optional<String> afterName, Optional<String> afterId) {
        String after = afterName.isEmpty() ? "" : " and (r.nameFolded > :name or r.nameFolded = :name and r.id > :id)";
        TypedQuery<WorkspaceRoleEntity> query = em.createQuery(
                        "select r from WorkspaceRoleEntity r where r.orgId = :org" + after
                                + " order by r.nameFolded, r.id",
                        WorkspaceRoleEntity.class)
                .setParameter("org", workspace.value())
                .setMaxResults(max);
        afterName.ifPresent(name -> query.setParameter("name", name).setParameter("id", afterId.orElse("")));
        return query.getResultStream().map(WorkspaceRoleEntity::role).toList();
    }

    @Override
    public Optional<CustomRole> find(WorkspaceId workspace, String id) {
        return entity(workspace, id).map(WorkspaceRoleEntity::role);
    }

    @Override
    public List<CustomRole> find(WorkspaceId workspace, Collection<String> ids) {
        return em.createQuery(
                        "select r from WorkspaceRoleEntity r where r.orgId = :org and r.id in :ids",
                        WorkspaceRoleEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("ids", ids)
                .getResultStream()
                .map(WorkspaceRoleEntity::role)
                .toList();
    }

    @Override
    public Optional<CustomRole> named(WorkspaceId workspace, RoleName name) {
        return em.createQuery(
                        "select r from WorkspaceRoleEntity r where r.orgId = :org and r.nameHash = :hash",
                        WorkspaceRoleEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("hash", name.hash())
                .getResultStream()
                .map(WorkspaceRoleEntity::role)
                .findFirst();
    }

    @Override
    public boolean keep(WorkspaceId workspace, String id) {
        return locked(workspace, id, LockModeType.PESSIMISTIC_READ);
    }

    @Override
    public void hold(WorkspaceId workspace, String id) {
        locked(workspace, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private boolean locked(WorkspaceId workspace, String id, LockModeType mode) {
        return !em.createQuery(
                        "select r from WorkspaceRoleEntity r where r.orgId = :org and r.id = :id",
                        WorkspaceRoleEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("id", id)
                .setLockMode(mode)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void insert(Workspace workspace, CustomRole role) {
        em.persist(new WorkspaceRoleEntity(workspace, role));
        em.flush();
    }

    @Override
    public void update(WorkspaceId workspace, CustomRole role) {
        entity(workspace, role.id()).orElseThrow().write(role);
        em.flush();
    }

    @Override
    public void delete(WorkspaceId workspace, String id) {
        em.remove(entity(workspace, id).orElseThrow());
        em.flush();
    }

    @Override
    public List<PresetEdit> edits(WorkspaceId workspace) {
        return em.createQuery(
                        "select e from WorkspacePresetEditEntity e where e.orgId = :org",
                        WorkspacePresetEditEntity.class)
                .setParameter("org", workspace.value())
                .getResultStream()
                .map(WorkspacePresetEditEntity::edit)
                .toList();
    }

    @Override
    public void save(Workspace workspace, PresetEdit edit) {
        WorkspacePresetEditEntity known = edited(workspace.id(), edit.preset());
        if (known == null) {
            em.persist(new WorkspacePresetEditEntity(workspace, edit));
        } else {
            known.write(edit);
        }
        em.flush();
    }

    @Override
    public void reset(WorkspaceId workspace, String preset) {
        WorkspacePresetEditEntity known = edited(workspace, preset);
        if (known != null) {
            em.remove(known);
            em.flush();
        }
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        delete("e.orgId = :id", workspace.value());
    }

    @Override
    public void removeAll(RealmId realm) {
        delete("e.realmId = :id", realm.value());
    }

    private void delete(String where, String id) {
        for (String entity : List.of("WorkspacePresetEditEntity", "WorkspaceRoleEntity")) {
            em.createQuery("delete from " + entity + " e where " + where)
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    private Optional<WorkspaceRoleEntity> entity(WorkspaceId workspace, String id) {
        return Optional.ofNullable(em.find(WorkspaceRoleEntity.class, id)).filter(role -> role.isOf(workspace.value()));
    }

    private WorkspacePresetEditEntity edited(WorkspaceId workspace, String preset) {
        return em.find(WorkspacePresetEditEntity.class, new WorkspacePresetEditEntity.Key(workspace.value(), preset));
    }
}
