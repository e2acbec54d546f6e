// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A realm in which Roster was switched on, and the head of its catalogue. Plans and settings write their own columns with
 * statements of their own, so whatever is written here must not write those back as they were read.
 */
@Entity
@DynamicUpdate
@Table(name = "WS_REALM")
public class WorkspaceRealmEntity {

    @Id
    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "CATALOGUE_NO")
    private int catalogueNumber;

    @Column(name = "CATALOGUE_REVISION")
    private String catalogueRevision;

    @Column(name = "PRESET_PACK")
    private String presetPack;

    @Column(name = "DEFAULT_PLAN")
    private String defaultPlan;

    /** Rises with each change of the realm's plans. */
    @Column(name = "PLAN_EPOCH")
    private long planEpoch;

    @Column(name = "DEFAULT_PRESET")
    private String defaultPreset;

    @Column(name = "INVITATION_LIFE")
    private String invitationLife;

    @Column(name = "OVERRIDES_ON")
    private Boolean overridesOn;

    @Column(name = "CONTACT")
    private String contact;

    @Column(name = "ENVIRONMENTS")
    private String environments;

    protected WorkspaceRealmEntity() {}

    int catalogueNumber() {
        return catalogueNumber;
    }

    String catalogueRevision() {
        return catalogueRevision;
    }

    String presetPack() {
        return presetPack;
    }
}
