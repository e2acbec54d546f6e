// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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
}
