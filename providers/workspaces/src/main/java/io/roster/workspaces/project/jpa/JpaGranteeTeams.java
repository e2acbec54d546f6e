// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.jpa;

import io.roster.workspaces.project.GranteeTeams;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Teams in Keycloak's own tables: groups of the kind for organizations (1 in 26.7) whose parent is the organization's
 * internal group. Keycloak's own questions are filtered by the admin rights of whoever calls.
 */
public final class JpaGranteeTeams implements GranteeTeams {

    private static final String TEAMS = " from GroupEntity g, OrganizationEntity o"
            + " where o.id = :org and g.parentId = o.groupId and g.type = 1";

    private static final String FEDERATED = "f:";

    private final EntityManager em;

    public JpaGranteeTeams(EntityManager em) {
        this.em = em;
    }

    @Override
    public boolean exists(WorkspaceId workspace, TeamId team) {
        return names(workspace, List.of(team)).containsKey(team);
    }

    @Override
    public Map<TeamId, String> names(WorkspaceId workspace, Collection<TeamId> teams) {
        Map<TeamId, String> names = new HashMap<>();
        em.createQuery("select g.id as id, g.name as name" + TEAMS + " and g.id in :teams", Tuple.class)
                .setParameter("org", workspace.value())
                .setParameter("teams", teams.stream().map(TeamId::value).toList())
                .getResultStream()
                .forEach(row -> names.put(new TeamId(row.get("id", String.class)), row.get("name", String.class)));
        return names;
    }

    @Override
    public List<TeamId> of(WorkspaceId workspace, UserId user) {
        // Keycloak keeps the groups of a user who lives in a federation elsewhere (26.7)
        String groups = user.value().startsWith(FEDERATED)
                ? "select t.groupId from FederatedUserGroupMembershipEntity t where t.userId = :user"
                : "select t.groupId from UserGroupMembershipEntity t where t.user.id = :user";
        TypedQuery<String> query =
                em.createQuery("select g.id" + TEAMS + " and g.id in (" + groups + ") order by g.id", String.class);
        return query.setParameter("org", workspace.value())
                .setParameter("user", user.value())
                .getResultStream()
                .map(TeamId::new)
                .toList();
    }
}
