// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.jpa;

import io.roster.workspaces.project.Environment;
import io.roster.workspaces.project.WorkspaceProject;
import io.roster.workspaces.workspace.Workspace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** A project. {@code main} has a row only once somebody has changed it. */
@Entity
@Table(name = "WS_PROJECT")
@IdClass(WorkspaceProjectEntity.Key.class)
public class WorkspaceProjectEntity {

    @Id
    @Column(name = "ORG_ID")
    private String orgId;

    @Id
    @Column(name = "PROJECT_KEY")
    private String key;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "NAME")
    private String name;

    @Column(name = "IS_OPEN")
    private boolean open;

    @Column(name = "ARCHIVED")
    private boolean archived;

    @Column(name = "VERSION")
    private long version;

    protected WorkspaceProjectEntity() {}

    WorkspaceProjectEntity(Workspace workspace, WorkspaceProject project) {
        orgId = workspace.id().value();
        key = project.key();
        realmId = workspace.realm().value();
        write(project);
    }

    void write(WorkspaceProject project) {
        name = project.name();
        open = project.open();
        archived = project.archived();
        version = project.version();
    }

    String key() {
        return key;
    }

    WorkspaceProject project(List<Environment> environments) {
        return new WorkspaceProject(key, name, open, archived, version, environments);
    }

    /** Workspace and project. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String orgId;
        private String key;

        protected Key() {}

        Key(String orgId, String key) {
            this.orgId = orgId;
            this.key = key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Objects.equals(orgId, that.orgId) && Objects.equals(key, that.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orgId, key);
        }
    }
}
