// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission.jpa;

import io.roster.access.Permission;
import io.roster.access.PermissionKey;
import io.roster.access.Risk;
import io.roster.access.Scope;
import io.roster.access.Space;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** One permission of a realm's catalogue. */
@Entity
@Table(name = "WS_PERMISSION")
@IdClass(WorkspacePermissionEntity.Key.class)
public class WorkspacePermissionEntity {

    @Id
    @Column(name = "REALM_ID")
    private String realmId;

    @Id
    @Column(name = "BIT_NO")
    private int bit;

    @Column(name = "PERMISSION_KEY")
    private String key;

    @Column(name = "LABEL")
    private String label;

    @Column(name = "SPACE_KIND")
    private String space;

    @Column(name = "SCOPE_KIND")
    private String scope;

    @Column(name = "RISK_KIND")
    private String risk;

    @Column(name = "ENTITLEMENT")
    private String entitlement;

    @Column(name = "DEPRECATED")
    private boolean deprecated;

    protected WorkspacePermissionEntity() {}

    WorkspacePermissionEntity(String realmId, Permission permission) {
        this.realmId = realmId;
        this.bit = permission.bit();
        this.key = permission.key().value();
        this.label = permission.label();
        this.space = permission.space().key();
        this.scope = permission.scope().key();
        this.risk = permission.risk().key();
        this.entitlement = permission.entitlement().orElse(null);
        this.deprecated = permission.deprecated();
    }

    Permission permission() {
        return new Permission(
                bit,
                new PermissionKey(key),
                label,
                Space.of(space),
                Scope.of(scope),
                Risk.of(risk),
                Optional.ofNullable(entitlement),
                deprecated);
    }

    /** Realm and bit. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String realmId;
        private int bit;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && bit == key.bit && Objects.equals(realmId, key.realmId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, bit);
        }
    }
}
