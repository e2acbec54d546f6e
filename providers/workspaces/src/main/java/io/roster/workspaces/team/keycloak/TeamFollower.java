// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team.keycloak;

import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.team.Teams;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.keycloak.models.GroupModel;
import org.keycloak.models.jpa.entities.OrganizationEntity;

/**
 * Follows what Keycloak itself does with organization groups, in one session and in the transaction in which it does. It
 * vetoes nothing. Keycloak 26.7 tells that a group was changed, and not what of it: what it was is read from the
 * database, which doesn't know of the change yet, before the first change is told.
 */
public final class TeamFollower {

    private static final Caller SERVER = new Caller.Server();

    /** What of a group makes it a team, as it was when the last change of it was told. */
    private record Known(String name, String parent) {}

    private final EntityManager em;
    private final KeycloakTeamStore store;
    private final Teams teams;
    private final BooleanSupplier followed;
    private final Map<String, Known> known = new HashMap<>();
    /** The groups that stand for organizations which are being removed, with all that is below. */
    private final Set<String> going = new HashSet<>();

    /** @param followed whether Roster follows anything in this realm */
    public TeamFollower(EntityManager em, KeycloakTeamStore store, Teams teams, BooleanSupplier followed) {
        this.em = em;
        this.store = store;
        this.teams = teams;
        this.followed = followed;
    }

    public void heard(GroupModel.GroupEvent event) {
        GroupModel group = event.getGroup();
        if (store.isActing() || !followed.getAsBoolean()) {
            return;
        }
        if (event instanceof GroupModel.GroupCreatedEvent) {
            place(group).ifPresent(workspace -> teams.created(SERVER, workspace, team(group)));
        } else if (event instanceof GroupModel.GroupUpdatedEvent) {
            updated(group);
        } else if (event instanceof GroupModel.GroupPathChangeEvent) {
            moved(group);
        } else if (event instanceof GroupModel.GroupRemovedEvent) {
            removed(group);
        } else if (event instanceof GroupModel.GroupMemberJoinEvent joined) {
            UserId user = new UserId(joined.getUser().getId());
            place(group).ifPresent(workspace -> teams.joined(SERVER, workspace, id(group), user));
        } else if (event instanceof GroupModel.GroupMemberLeaveEvent left) {
            UserId user = new UserId(left.getUser().getId());
            place(group).ifPresent(workspace -> teams.left(SERVER, workspace, id(group), user));
        }
    }

    /** Moving a group takes it from its parent first, so where it belongs is looked at when that is done. */
    private void updated(GroupModel group) {
        Known before = known.computeIfAbsent(group.getId(), id -> stored(group));
        if (!group.getName().equals(before.name())) {
            known.put(group.getId(), new Known(group.getName(), before.parent()));
            place(group).ifPresent(workspace -> teams.renamed(SERVER, workspace, before.name(), team(group)));
        }
    }

    private void moved(GroupModel group) {
        Known before = known.computeIfAbsent(group.getId(), id -> stored(group));
        if (before.parent().equals(group.getParentId())) {
            return;
        }
        known.put(group.getId(), new Known(group.getName(), group.getParentId()));
        place(before.parent()).ifPresent(workspace -> teams.removed(SERVER, workspace, team(group)));
        place(group).ifPresent(workspace -> teams.created(SERVER, workspace, team(group)));
    }

    /** The organization's own group goes before those below it, and the organization last: with it goes everything. */
    private void removed(GroupModel group) {
        if (group.getParentId() == null) {
            going.add(group.getId());
        } else if (!going.contains(group.getParentId())) {
            place(group).ifPresent(workspace -> teams.removed(SERVER, workspace, team(group)));
        }
    }

    private Optional<Workspace> place(GroupModel group) {
        return Optional.ofNullable(group.getParentId()).flatMap(this::place);
    }

    /** The workspace whose teams are below this group. A new group doesn't know its organization yet, but its parent. */
    private Optional<Workspace> place(String parent) {
        return em.createQuery("select o from OrganizationEntity o where o.groupId = :parent", OrganizationEntity.class)
                .setParameter("parent", parent)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .map(organization -> new Workspace(
                        new WorkspaceId(organization.getId()),
                        new RealmId(organization.getRealmId()),
                        organization.getAlias(),
                        organization.getName(),
                        organization.isEnabled()));
    }

    private Known stored(GroupModel group) {
        return em.createQuery(
                        "select g.name as name, g.parentId as parent from GroupEntity g where g.id = :group",
                        Tuple.class)
                .setParameter("group", group.getId())
                // else the change would be written first
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .map(row -> new Known(row.get("name", String.class), row.get("parent", String.class)))
                .orElseGet(() -> new Known(group.getName(), String.valueOf(group.getParentId())));
    }

    private static Team team(GroupModel group) {
        return new Team(id(group), group.getName());
    }

    private static TeamId id(GroupModel group) {
        return new TeamId(group.getId());
    }
}
