// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of a workspace that was ever written to. */
@Entity
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
