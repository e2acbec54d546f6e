// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission.jpa;

import io.roster.access.Catalogue;
import io.roster.access.Permission;
import io.roster.workspaces.permission.CatalogueStore;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.workspace.RealmId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Catalogues in {@code WS_REALM}, {@code WS_PERMISSION} and {@code WS_PRESET}. */
public final class JpaCatalogueStore implements CatalogueStore {

    private final EntityManager em;

    public JpaCatalogueStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<String> revision(RealmId realm) {
        return Optional.ofNullable(em.find(WorkspaceRealmEntity.class, realm.value()))
                .map(WorkspaceRealmEntity::catalogueRevision);
    }

    @Override
    public String pack(RealmId realm) {
        return em.find(WorkspaceRealmEntity.class, realm.value()).presetPack();
    }

    @Override
    public RealmCatalogue load(RealmId realm) {
        WorkspaceRealmEntity head = em.find(WorkspaceRealmEntity.class, realm.value());
        List<Permission> permissions = em.createQuery(
                        "select p from WorkspacePermissionEntity p where p.realmId = :realm",
                        WorkspacePermissionEntity.class)
                .setParameter("realm", realm.value())
                .getResultStream()
                .map(WorkspacePermissionEntity::permission)
                .toList();
        List<Preset> presets = em.createQuery(
                        "select p from WorkspacePresetEntity p where p.realmId = :realm order by p.position",
                        WorkspacePresetEntity.class)
                .setParameter("realm", realm.value())
                .getResultStream()
                .map(WorkspacePresetEntity::preset)
                .toList();
        return new RealmCatalogue(head.catalogueRevision(), Catalogue.of(head.catalogueNumber(), permissions), presets);
    }

    @Override
    public boolean insert(RealmId realm, String pack, RealmCatalogue catalogue) {
        // whoever comes second waits here for the first, on any node, and then finds it done
        int inserted = em.createQuery(
                        "insert into WorkspaceRealmEntity (realmId, catalogueNumber, catalogueRevision, presetPack)"
                                + " values (:realm, :number, :revision, :pack) on conflict do nothing")
                .setParameter("realm", realm.value())
                .setParameter("number", catalogue.number())
                .setParameter("revision", catalogue.revision())
                .setParameter("pack", pack)
                .executeUpdate();
        if (inserted == 0) {
            return false;
        }
        for (Permission permission : catalogue.permissions().permissions()) {
            em.persist(new WorkspacePermissionEntity(realm.value(), permission));
        }
        int position = 0;
        for (Preset preset : catalogue.presets()) {
            em.persist(new WorkspacePresetEntity(realm.value(), position++, preset));
        }
        em.flush();
        return true;
    }

    @Override
    public boolean lock(RealmId realm) {
        WorkspaceRealmEntity row = em.find(WorkspaceRealmEntity.class, realm.value());
        if (row != null) {
            // refresh and not find: what this session read before it waited for the lock may be old by now
            em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        }
        return row != null;
    }

    @Override
    public void removeAll(RealmId realm) {
        for (String entity : List.of("WorkspacePresetEntity", "WorkspacePermissionEntity", "WorkspaceRealmEntity")) {
            em.createQuery("delete from " + entity + " e where e.realmId = :realm")
                    .setParameter("realm", realm.value())
                    .executeUpdate();
        }
    }
}
