// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override.jpa;

import io.roster.access.Effect;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One permission allowed or denied to one teammate, in the workspace or in one project. */
@Entity
@Table(name = "WS_OVERRIDE")
public class WorkspaceOverrideEntity {

    /** Stands in the column of the project for the workspace and all its projects. */
    static final String EVERYWHERE = "*";

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "ORG_ID")
    private String orgId;

    @Column(name = "USER_ID")
    private String userId;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "PROJECT_KEY")
    private String project;

    @Column(name = "BIT_NO")
    private int bit;

    @Column(name = "EFFECT")
    private String effect;

    @Column(name = "REASON")
    private String reason;

    @Column(name = "UNTIL_AT")
    private Long until;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "MADE_BY")
    private String madeBy;

    @Column(name = "MADE_AT")
    private long madeAt;

    protected WorkspaceOverrideEntity() {}

    WorkspaceOverrideEntity(Workspace workspace, TeammateOverride override) {
        id = override.id();
        orgId = workspace.id().value();
        userId = override.user().value();
        realmId = workspace.realm().value();
        project = stored(override.project());
        bit = override.bit();
        effect = override.effect().key();
        source = override.source().key();
        madeBy = override.madeBy().map(UserId::value).orElse(null);
        madeAt = override.madeAt().toEpochMilli();
        write(override);
    }

    static String stored(Optional<String> project) {
        return project.orElse(EVERYWHERE);
    }

    boolean isOf(WorkspaceId workspace) {
        return orgId.equals(workspace.value());
    }

    void write(TeammateOverride override) {
        reason = override.reason().orElse(null);
        until = override.until().map(Instant::toEpochMilli).orElse(null);
    }

    TeammateOverride override() {
        return new TeammateOverride(
                id,
                new UserId(userId),
                Effect.of(effect),
                bit,
                Optional.of(project).filter(key -> !key.equals(EVERYWHERE)),
                Optional.ofNullable(reason),
                Optional.ofNullable(until).map(Instant::ofEpochMilli),
                Source.of(source),
                Optional.ofNullable(madeBy).map(UserId::new),
                Instant.ofEpochMilli(madeAt));
    }
}
