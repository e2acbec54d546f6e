// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.jpa;

import io.roster.workspaces.member.Source;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** What lets a team or a teammate into a project. At most one of the two role columns is set; the database holds that. */
@Entity
@Table(name = "WS_GRANT")
public class WorkspaceGrantEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "ORG_ID")
    private String orgId;

    @Column(name = "PROJECT_KEY")
    private String project;

    @Column(name = "REALM_ID")
    private String realmId;

    /** {@code team} or {@code user}. */
    @Column(name = "GRANTEE_KIND")
    private String granteeKind;

    @Column(name = "GRANTEE_ID")
    private String granteeId;

    @Column(name = "PRESET")
    private String preset;

    @Column(name = "ROLE_ID")
    private String roleId;

    @Column(name = "UNTIL_AT")
    private Long until;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "MADE_BY")
    private String madeBy;

    @Column(name = "MADE_AT")
    private long madeAt;

    @Column(name = "VERSION")
    private long version;

    protected WorkspaceGrantEntity() {}

    WorkspaceGrantEntity(Workspace workspace, WorkspaceGrant grant) {
        id = grant.id();
        orgId = workspace.id().value();
        project = grant.project();
        realmId = workspace.realm().value();
        granteeKind = grant.grantee().kind().key();
        granteeId = grant.grantee().id();
        source = grant.source().key();
        madeBy = grant.madeBy().orElse(null);
        madeAt = grant.made().toEpochMilli();
        write(grant);
    }

    void write(WorkspaceGrant grant) {
        preset = grant.role().flatMap(RoleRef::preset).orElse(null);
        roleId = grant.role().flatMap(RoleRef::roleId).orElse(null);
        until = grant.until().map(Instant::toEpochMilli).orElse(null);
        version = grant.version();
    }

    boolean isOf(WorkspaceId workspace) {
        return orgId.equals(workspace.value());
    }

    WorkspaceGrant grant() {
        return new WorkspaceGrant(
                id,
                project,
                new Grantee(Grantee.Kind.of(granteeKind), granteeId),
                preset == null && roleId == null ? Optional.empty() : Optional.of(RoleRef.stored(preset, roleId)),
                Optional.ofNullable(until).map(Instant::ofEpochMilli),
                Source.of(source),
                Optional.ofNullable(madeBy),
                Instant.ofEpochMilli(madeAt),
                version);
    }
}
