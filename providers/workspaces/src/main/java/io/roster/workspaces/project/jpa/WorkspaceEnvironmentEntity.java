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
import java.util.Objects;

/** An environment of a project that has a row. */
@Entity
@Table(name = "WS_ENVIRONMENT")
@IdClass(WorkspaceEnvironmentEntity.Key.class)
public class WorkspaceEnvironmentEntity {

    @Id
    @Column(name = "ORG_ID")
    private String orgId;

    @Id
    @Column(name = "PROJECT_KEY")
    private String project;

    @Id
    @Column(name = "ENVIRONMENT_KEY")
    private String key;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "NAME")
    private String name;

    @Column(name = "ARCHIVED")
    private boolean archived;

    /** Counts the environments of a project in the order in which they came. */
    @Column(name = "POSITION_NO")
    private int position;

    protected WorkspaceEnvironmentEntity() {}

    WorkspaceEnvironmentEntity(Workspace workspace, WorkspaceProject project, Environment environment, int position) {
        orgId = workspace.id().value();
        this.project = project.key();
        key = environment.key();
        realmId = workspace.realm().value();
        this.position = position;
        write(environment);
    }

    void write(Environment environment) {
        name = environment.name();
        archived = environment.archived();
    }

    String project() {
        return project;
    }

    Environment environment() {
        return new Environment(key, name, archived);
    }

    /** Workspace, project and environment. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String orgId;
        private String project;
        private String key;

        protected Key() {}

        Key(String orgId, String project, String key) {
            this.orgId = orgId;
            this.project = project;
            this.key = key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(orgId, that.orgId)
                    && Objects.equals(project, that.project)
                    && Objects.equals(key, that.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orgId, project, key);
        }
    }
}
