// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.jpa;

import io.roster.access.Project;
import io.roster.workspaces.project.Environment;
import io.roster.workspaces.project.ProjectStore;
import io.roster.workspaces.project.WorkspaceProject;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects in {@code WS_PROJECT}, and their environments in {@code WS_ENVIRONMENT}. */
public final class JpaProjectStore implements ProjectStore {

    private final EntityManager em;

    public JpaProjectStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<WorkspaceProject> page(WorkspaceId workspace, int max, Optional<String> afterKey) {
        String after = afterKey.isEmpty() ? "" : " and p.key > :after";
        TypedQuery<WorkspaceProjectEntity> query = em.createQuery(
                        "select p from WorkspaceProjectEntity p where p.orgId = :org and p.key <> :main" + after
                                + " order by p.key",
                        WorkspaceProjectEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("main", Project.MAIN)
                .setMaxResults(max);
        afterKey.ifPresent(key -> query.setParameter("after", key));
        return complete(workspace, query.getResultList());
    }

    @Override
    public List<WorkspaceProject> find(WorkspaceId workspace, Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<WorkspaceProjectEntity> found = em.createQuery(
                        "select p from WorkspaceProjectEntity p where p.orgId = :org and p.key in :keys order by p.key",
                        WorkspaceProjectEntity.class)
                .setParameter("org", workspace.value())
                .setParameter("keys", keys)
                .getResultStream()
                // a database may compare without case; a key is what it is, to the letter
                .filter(project -> keys.contains(project.key()))
                .toList();
        return complete(workspace, found);
    }

    @Override
    public Optional<WorkspaceProject> find(WorkspaceId workspace, String key) {
        return find(workspace, List.of(key)).stream().findFirst();
    }

    @Override
    public void insert(Workspace workspace, WorkspaceProject project) {
        em.persist(new WorkspaceProjectEntity(workspace, project));
        write(workspace, project);
    }

    @Override
    public void update(Workspace workspace, WorkspaceProject project) {
        em.find(
                        WorkspaceProjectEntity.class,
                        new WorkspaceProjectEntity.Key(workspace.id().value(), project.key()))
                .write(project);
        write(workspace, project);
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        delete("e.orgId = :id", workspace.value());
    }

    @Override
    public void removeAll(RealmId realm) {
        delete("e.realmId = :id", realm.value());
    }

    private void delete(String where, String id) {
        for (String entity : List.of("WorkspaceEnvironmentEntity", "WorkspaceProjectEntity")) {
            em.createQuery("delete from " + entity + " e where " + where)
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    private void write(Workspace workspace, WorkspaceProject project) {
        int position = 0;
        for (Environment environment : project.environments()) {
            WorkspaceEnvironmentEntity known = em.find(
                    WorkspaceEnvironmentEntity.class,
                    new WorkspaceEnvironmentEntity.Key(workspace.id().value(), project.key(), environment.key()));
            if (known == null) {
                em.persist(new WorkspaceEnvironmentEntity(workspace, project, environment, position));
            } else {
                known.write(environment);
            }
            position++;
        }
        em.flush();
    }

    private List<WorkspaceProject> complete(WorkspaceId workspace, List<WorkspaceProjectEntity> projects) {
        if (projects.isEmpty()) {
            return List.of();
        }
        Map<String, List<Environment>> environments = new HashMap<>();
        em.createQuery(
                        "select e from WorkspaceEnvironmentEntity e where e.orgId = :org and e.project in :projects"
                                + " order by e.position",
                        WorkspaceEnvironmentEntity.class)
                .setParameter("org", workspace.value())
                .setParameter(
                        "projects",
                        projects.stream().map(WorkspaceProjectEntity::key).toList())
                .getResultStream()
                .forEach(environment -> environments
                        .computeIfAbsent(environment.project(), project -> new ArrayList<>())
                        .add(environment.environment()));
        return projects.stream()
                .map(project -> project.project(environments.getOrDefault(project.key(), List.of())))
                .toList();
    }
}
