// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.jpa;

import io.roster.access.Project;
import io.roster.workspaces.member.KnownProjects;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;

/** Looks into {@code WS_PROJECT}, where {@code main} may be missing. */
public final class JpaKnownProjects implements KnownProjects {

    private final EntityManager em;

    public JpaKnownProjects(EntityManager em) {
        this.em = em;
    }

    @Override
    public boolean has(WorkspaceId workspace, String project) {
        return project.equals(Project.MAIN)
                || Ids.isPlausible(project)
                        && em.find(
                                        WorkspaceProjectEntity.class,
                                        new WorkspaceProjectEntity.Key(workspace.value(), project))
                                != null;
    }
}
