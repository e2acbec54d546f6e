// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One client and one workspace in which its service account acts, or {@link #ALL}. */
@Entity
@Table(name = "WS_CLIENT_BINDING")
@IdClass(WorkspaceClientBindingEntity.Key.class)
public class WorkspaceClientBindingEntity {

    /** In place of an organization's id. The engine's own query knows it too. */
    static final String ALL = "*";

    @Id
    @Column(name = "CLIENT_ID")
    private String clientId;

    @Id
    @Column(name = "ORG_ID")
    private String orgId;

    @Column(name = "REALM_ID")
    private String realmId;

    protected WorkspaceClientBindingEntity() {}

    WorkspaceClientBindingEntity(String clientId, String orgId, String realmId) {
        this.clientId = clientId;
        this.orgId = orgId;
        this.realmId = realmId;
    }

    String clientId() {
        return clientId;
    }

    String orgId() {
        return orgId;
    }

    /** Client and organization. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String clientId;
        private String orgId;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(clientId, key.clientId)
                    && Objects.equals(orgId, key.orgId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(clientId, orgId);
        }
    }
}
