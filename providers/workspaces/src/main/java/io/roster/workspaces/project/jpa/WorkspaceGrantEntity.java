// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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
}
