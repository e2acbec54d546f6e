// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/**
 * The one row of a workspace that was ever written to. Plans and settings write their own columns with statements of
 * their own, so a counter that rises here must not write those back as they were read.
 */
@Entity
@DynamicUpdate
@Table(name = "WS_WORKSPACE")
public class WorkspaceEntity {

    @Id
    @Column(name = "ORG_ID")
    private String orgId;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "EPOCH")
    private long epoch;

    @Column(name = "TEAMMATE_FLOOR")
    private long teammateFloor;

    /** The plan that an administrator gave it; null for the realm's default. */
    @Column(name = "PLAN_KEY")
    private String plan;

    @Column(name = "DEFAULT_PRESET")
    private String defaultPreset;

    @Column(name = "DEFAULT_ROLE_ID")
    private String defaultRoleId;

    @Column(name = "INVITATION_LIFE")
    private String invitationLife;

    @Column(name = "OVERRIDES_ON")
    private Boolean overridesOn;

    @Column(name = "CONTACT")
    private String contact;

    @Column(name = "ENVIRONMENTS")
    private String environments;

    /** Whether it ever had somebody who could run it. */
    @Column(name = "HAD_ADMIN", insertable = false, updatable = false)
    private boolean hadAdmin;

    /** Since when nobody can run it any more; null while somebody can, or nobody ever could. */
    @Column(name = "ORPHANED_AT")
    private Long orphanedAt;

    /** When the realm's contact was told of that. */
    @Column(name = "TOLD_AT")
    private Long toldAt;

    protected WorkspaceEntity() {}

    long epoch() {
        return epoch;
    }

    long advance() {
        epoch = epoch + 1;
        return epoch;
    }

    long teammateFloor() {
        return teammateFloor;
    }

    void liftFloor(long floor) {
        teammateFloor = Math.max(teammateFloor, floor);
    }
}
