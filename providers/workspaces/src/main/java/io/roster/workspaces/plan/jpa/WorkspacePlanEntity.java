// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan.jpa;

import io.roster.workspaces.plan.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A plan that the realm sells, and what it unlocks. */
@Entity
@Table(name = "WS_PLAN")
@IdClass(WorkspacePlanEntity.Key.class)
public class WorkspacePlanEntity {

    @Id
    @Column(name = "REALM_ID")
    private String realmId;

    @Id
    @Column(name = "PLAN_KEY")
    private String key;

    @Column(name = "NAME")
    private String name;

    /** Separated by spaces; a database may read none as null. */
    @Column(name = "ENTITLEMENTS")
    private String entitlements;

    @Column(name = "VERSION")
    private long version;

    protected WorkspacePlanEntity() {}

    WorkspacePlanEntity(String realmId, Plan plan) {
        this.realmId = realmId;
        this.key = plan.key();
        write(plan);
    }

    void write(Plan plan) {
        name = plan.name();
        entitlements = plan.entitlements().text();
        version = plan.version();
    }

    /** Realm and plan. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String realmId;
        private String key;

        protected Key() {}

        Key(String realmId, String key) {
            this.realmId = realmId;
            this.key = key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Objects.equals(realmId, that.realmId) && Objects.equals(key, that.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, key);
        }
    }
}
