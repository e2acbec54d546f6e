// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role.jpa;

import io.roster.access.PermissionSet;
import io.roster.workspaces.role.PresetEdit;
import io.roster.workspaces.role.RoleName;
import io.roster.workspaces.workspace.Workspace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** How a workspace's preset differs from the realm's. */
@Entity
@Table(name = "WS_PRESET_EDIT")
@IdClass(WorkspacePresetEditEntity.Key.class)
public class WorkspacePresetEditEntity {

    @Id
    @Column(name = "ORG_ID")
    private String orgId;

    @Id
    @Column(name = "PRESET")
    private String preset;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "NAME")
    private String name;

    @Column(name = "NAME_FOLDED")
    private String nameFolded;

    @Column(name = "DESCRIPTION")
    private String description;

    @Column(name = "ADDED")
    private String added;

    @Column(name = "REMOVED")
    private String removed;

    @Column(name = "HIDDEN")
    private boolean hidden;

    @Column(name = "VERSION")
    private long version;

    protected WorkspacePresetEditEntity() {}

    WorkspacePresetEditEntity(Workspace workspace, PresetEdit edit) {
        this.orgId = workspace.id().value();
        this.realmId = workspace.realm().value();
        this.preset = edit.preset();
        write(edit);
    }

    final void write(PresetEdit edit) {
        name = edit.name().map(RoleName::text).orElse(null);
        nameFolded = edit.name().map(RoleName::folded).orElse(null);
        description = edit.description().orElse(null);
        added = edit.added().encode();
        removed = edit.removed().encode();
        hidden = edit.hidden();
        version = edit.version();
    }

    PresetEdit edit() {
        return new PresetEdit(
                preset,
                Optional.ofNullable(name).map(text -> RoleName.stored(text, nameFolded)),
                Optional.ofNullable(description),
                PermissionSet.decode(added),
                PermissionSet.decode(removed),
                hidden,
                version);
    }

    /** Workspace and preset. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String orgId;
        private String preset;

        protected Key() {}

        Key(String orgId, String preset) {
            this.orgId = orgId;
            this.preset = preset;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(orgId, key.orgId) && Objects.equals(preset, key.preset);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orgId, preset);
        }
    }
}
