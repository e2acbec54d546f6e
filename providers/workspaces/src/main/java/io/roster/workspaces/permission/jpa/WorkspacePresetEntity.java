// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission.jpa;

import io.roster.access.PermissionSet;
import io.roster.workspaces.permission.Preset;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One preset of a realm, for all its workspaces. */
@Entity
@Table(name = "WS_PRESET")
@IdClass(WorkspacePresetEntity.Key.class)
public class WorkspacePresetEntity {

    @Id
    @Column(name = "REALM_ID")
    private String realmId;

    @Id
    @Column(name = "PRESET")
    private String preset;

    @Column(name = "POSITION_NO")
    private int position;

    @Column(name = "NAME")
    private String name;

    @Column(name = "DESCRIPTION")
    private String description;

    @Column(name = "PERMISSIONS")
    private String permissions;

    protected WorkspacePresetEntity() {}

    WorkspacePresetEntity(String realmId, int position, Preset preset) {
        this.realmId = realmId;
        this.preset = preset.key();
        this.position = position;
        this.name = preset.name();
        this.description = preset.description();
        this.permissions = preset.permissions().encode();
    }

    Preset preset() {
        return new Preset(preset, name, description, PermissionSet.decode(permissions));
    }

    /** Realm and preset. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String realmId;
        private String preset;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(realmId, key.realmId)
                    && Objects.equals(preset, key.preset);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, preset);
        }
    }
}
