// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.jpa;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.member.Assigned;
import io.roster.workspaces.member.Copied;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One teammate of one workspace. Exactly one of the two role columns is set; the database holds that. */
@Entity
@Table(name = "WS_MEMBER")
@IdClass(WorkspaceMemberEntity.Key.class)
public class WorkspaceMemberEntity {

    @Id
    @Column(name = "ORG_ID")
    private String orgId;

    @Id
    @Column(name = "USER_ID")
    private String userId;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "PRESET")
    private String preset;

    @Column(name = "ROLE_ID")
    private String roleId;

    @Column(name = "STATUS")
    private String status;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "JOINED_AT")
    private long joinedAt;

    @Column(name = "SORT_NAME")
    private String sortName;

    @Column(name = "SORT_EMAIL")
    private String sortEmail;

    @Column(name = "COPY_DIGEST")
    private String copyDigest;

    /** The one of the two role columns that is set, by which lists are filtered. The database computes it. */
    @Column(name = "ROLE_KEY", insertable = false, updatable = false)
    private String roleKey;

    @Column(name = "EPOCH")
    private long epoch;

    /** When the role ends and the next one follows; null for a role without an end. */
    @Column(name = "ROLE_UNTIL")
    private Long roleUntil;

    @Column(name = "NEXT_PRESET")
    private String nextPreset;

    @Column(name = "NEXT_ROLE_ID")
    private String nextRoleId;

    /** The project that opens first; null for main. */
    @Column(name = "PROJECT_KEY")
    private String project;

    /** Its environment that opens first; null for production. */
    @Column(name = "ENVIRONMENT_KEY")
    private String environment;

    protected WorkspaceMemberEntity() {}

    Teammate teammate() {
        return new Teammate(
                new UserId(userId),
                new Assigned(
                        RoleRef.stored(preset, roleId),
                        Optional.ofNullable(roleUntil).map(Instant::ofEpochMilli),
                        Optional.ofNullable(roleUntil).map(until -> RoleRef.stored(nextPreset, nextRoleId))),
                Teammate.Status.of(status),
                Source.of(source),
                Instant.ofEpochMilli(joinedAt),
                Optional.ofNullable(project)
                        .map(first -> new Start(first, Objects.requireNonNullElse(environment, Start.PRODUCTION))),
                new Copied(text(sortName), text(sortEmail), text(copyDigest)),
                epoch);
    }

    /** A database may read an empty text as none. */
    private static String text(String stored) {
        return stored == null ? "" : stored;
    }

    /** Workspace and user. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String orgId;
        private String userId;

        protected Key() {}

        Key(String orgId, String userId) {
            this.orgId = orgId;
            this.userId = userId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(orgId, key.orgId) && Objects.equals(userId, key.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orgId, userId);
        }
    }
}
