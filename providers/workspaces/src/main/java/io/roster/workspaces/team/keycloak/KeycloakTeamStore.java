// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team.keycloak;

import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.team.TeamName;
import io.roster.workspaces.team.TeamStore;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;

/**
 * Reads Keycloak's own rows, and writes through Keycloak, so that its caches and listeners hear of it. Keycloak 26.7
 * lets organization groups be changed only while an organization is in the session's context.
 */
public final class KeycloakTeamStore implements TeamStore {

    private static final String TEAMS = "select g.id as id, g.name as name from GroupEntity g"
            + " join OrganizationEntity o on o.groupId = g.parentId and o.realmId = g.realm where o.id = :org";

    /** Keycloak keeps the groups of a user who lives in a federation elsewhere. */
    private static final String MEMBERSHIPS =
            "select count(*) from UserGroupMembershipEntity t where t.groupId = :team and t.user.id = :user"
                    + " union all select count(*) from FederatedUserGroupMembershipEntity t"
                    + " where t.groupId = :team and t.userId = :user";

    private static final String WITH_USER = " and (exists (select 1 from UserGroupMembershipEntity t"
            + " where t.groupId = g.id and t.user.id = :user)"
            + " or exists (select 1 from FederatedUserGroupMembershipEntity t"
            + " where t.groupId = g.id and t.userId = :user))";

    private final KeycloakSession session;
    private final EntityManager em;
    private boolean acting;

    public KeycloakTeamStore(KeycloakSession session, EntityManager em) {
        this.session = session;
        this.em = em;
    }

    /** Whether what Keycloak tells at this moment is what Roster itself has it do. */
    boolean isActing() {
        return acting;
    }

    @Override
    public List<Team> page(Workspace workspace, int max, Optional<Team> after) {
        return page(query(workspace, after(after)), max, after);
    }

    @Override
    public List<Team> pageOf(Workspace workspace, UserId user, int max, Optional<Team> after) {
        return page(query(workspace, WITH_USER + after(after)).setParameter("user", user.value()), max, after);
    }

    private static String after(Optional<Team> after) {
        return (after.isPresent() ? " and (g.name > :name or g.name = :name and g.id > :id)" : "")
                + " order by g.name, g.id";
    }

    private static List<Team> page(TypedQuery<Tuple> query, int max, Optional<Team> after) {
        query.setMaxResults(max);
        after.ifPresent(last -> query.setParameter("name", last.name())
                .setParameter("id", last.id().value()));
        return query.getResultStream().map(KeycloakTeamStore::team).toList();
    }

    @Override
    public Optional<Team> find(Workspace workspace, TeamId team) {
        return query(workspace, " and g.id = :id")
                .setParameter("id", team.value())
                .getResultStream()
                .map(KeycloakTeamStore::team)
                // a database may compare without case
                .filter(found -> found.id().equals(team))
                .findFirst();
    }

    /** All names of the workspace are read: no database folds them as people do, and Keycloak's table is not ours. */
    @Override
    public Optional<Team> named(Workspace workspace, TeamName name, Optional<TeamId> except) {
        return query(workspace, "")
                .getResultStream()
                .map(KeycloakTeamStore::team)
                .filter(team -> !except.equals(Optional.of(team.id())) && name.sameAs(team.name()))
                .findFirst();
    }

    @Override
    public Team create(Workspace workspace, TeamName name) {
        return act(workspace, organization -> {
            try {
                GroupModel group = organizations().createGroup(organization, name.text(), null);
                return new Team(new TeamId(group.getId()), name.text());
            } catch (ModelDuplicateException e) {
                throw name.taken();
            }
        });
    }

    @Override
    public Team rename(Workspace workspace, TeamId team, TeamName name) {
        return act(workspace, organization -> {
            GroupModel group = group(team);
            String previousPath = KeycloakModelUtils.buildGroupPath(group);
            try {
                group.setName(name.text());
                em.flush();
            } catch (ModelDuplicateException e) {
                throw name.taken();
            }
            GroupModel.GroupPathChangeEvent.fire(
                    group, KeycloakModelUtils.buildGroupPath(group), previousPath, session);
            return new Team(team, name.text());
        });
    }

    @Override
    public void delete(Workspace workspace, TeamId team) {
        act(workspace, organization -> session.groups().removeGroup(realm(), group(team)));
    }

    @Override
    public boolean has(TeamId team, UserId user) {
        return em
                .createQuery(MEMBERSHIPS, Long.class)
                .setParameter("team", team.value())
                .setParameter("user", user.value())
                .getResultList()
                .stream()
                .anyMatch(count -> count > 0);
    }

    @Override
    public void add(Workspace workspace, TeamId team, UserId user) {
        act(workspace, organization -> {
            user(user).joinGroup(group(team));
            return null;
        });
    }

    @Override
    public void remove(Workspace workspace, TeamId team, UserId user) {
        act(workspace, organization -> {
            user(user).leaveGroup(group(team));
            return null;
        });
    }

    private <T> T act(Workspace workspace, Function<OrganizationModel, T> work) {
        OrganizationModel organization = organizations().getById(workspace.id().value());
        if (organization == null) {
            throw KnownWorkspaces.unknown();
        }
        OrganizationModel before = session.getContext().getOrganization();
        session.getContext().setOrganization(organization);
        acting = true;
        try {
            return work.apply(organization);
        } finally {
            acting = false;
            session.getContext().setOrganization(before);
        }
    }

    private TypedQuery<Tuple> query(Workspace workspace, String more) {
        return em.createQuery(TEAMS + more, Tuple.class)
                .setParameter("org", workspace.id().value());
    }

    private static Team team(Tuple row) {
        return new Team(new TeamId(row.get("id", String.class)), row.get("name", String.class));
    }

    private GroupModel group(TeamId team) {
        return found(session.groups().getGroupById(realm(), team.value()), "team");
    }

    private UserModel user(UserId user) {
        return found(session.users().getUserById(realm(), user.value()), "teammate");
    }

    /** It was there a moment ago: Keycloak doesn't wait for the workspace's row. */
    private static <T> T found(T model, String kind) {
        return Optional.ofNullable(model).orElseThrow(() -> Problem.notFound(kind));
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    private OrganizationProvider organizations() {
        return session.getProvider(OrganizationProvider.class);
    }
}
