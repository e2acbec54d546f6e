// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role.jpa;

import io.roster.access.PermissionSet;
import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.role.RoleName;
import io.roster.workspaces.workspace.Workspace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A custom role. */
@Entity
@Table(name = "WS_ROLE")
public class WorkspaceRoleEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "ORG_ID")
    private String orgId;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "NAME")
    private String name;

    @Column(name = "NAME_FOLDED")
    private String nameFolded;

    @Column(name = "NAME_HASH")
    private String nameHash;

    @Column(name = "DESCRIPTION")
    private String description;

    @Column(name = "STARTED_FROM")
    private String startedFrom;

    @Column(name = "PERMISSIONS")
    private String permissions;

    @Column(name = "VERSION")
    private long version;

    protected WorkspaceRoleEntity() {}

    WorkspaceRoleEntity(Workspace workspace, CustomRole role) {
        this.id = role.id();
        this.orgId = workspace.id().value();
        this.realmId = workspace.realm().value();
        this.startedFrom = role.startedFrom();
        write(role);
    }

    final void write(CustomRole role) {
        name = role.name().text();
        nameFolded = role.name().folded();
        nameHash = role.name().hash();
        description = role.description();
        permissions = role.permissions().encode();
        version = role.version();
    }

    boolean isOf(String workspace) {
        return orgId.equals(workspace);
    }

    CustomRole role() {
        return new CustomRole(
                id,
                RoleName.stored(name, nameFolded),
                description == null ? "" : description,
                startedFrom,
                PermissionSet.decode(permissions == null ? "" : permissions),
                version);
    }
}
