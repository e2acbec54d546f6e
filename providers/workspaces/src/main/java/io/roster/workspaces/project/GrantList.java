// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.access.Guard;
import io.roster.workspaces.member.People;
import io.roster.workspaces.member.Profile;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows of grants what the caller may see; names are looked up once for a page. */
final class GrantList {

    private final GranteeTeams teams;
    private final Roles roles;
    private final People people;
    private final Guard guard;

    GrantList(GranteeTeams teams, Roles roles, People people, Guard guard) {
        this.teams = teams;
        this.roles = roles;
        this.people = people;
        this.guard = guard;
    }

    static Optional<String> after(PageRequest request) {
        return request.after().map(cursor -> cursor.values().get(0));
    }

    Page<ListedGrant> page(Caller caller, Workspace workspace, List<WorkspaceGrant> rows, PageRequest request) {
        Page<WorkspaceGrant> page = Page.cut(rows, request.max(), last -> Cursor.of(last.id()));
        return new Page<>(listed(caller, workspace, page.items()), page.next());
    }

    ListedGrant one(Caller caller, Workspace workspace, WorkspaceGrant grant) {
        return listed(caller, workspace, List.of(grant)).get(0);
    }

    /** To whom grants are that reach a teammate. */
    List<Grantee> reaching(Workspace workspace, UserId user) {
        List<Grantee> grantees = new ArrayList<>();
        grantees.add(Grantee.teammate(user));
        teams.of(workspace.id(), user).forEach(team -> grantees.add(Grantee.team(team)));
        return grantees;
    }

    private List<ListedGrant> listed(Caller caller, Workspace workspace, List<WorkspaceGrant> grants) {
        List<RoleRef> refs =
                grants.stream().flatMap(grant -> grant.role().stream()).toList();
        Map<String, String> roleNames = refs.isEmpty() ? Map.of() : roles.names(workspace, refs);
        List<TeamId> ids = grants.stream()
                .flatMap(grant -> grant.grantee().team().stream())
                .distinct()
                .toList();
        Map<TeamId, String> teamNames = ids.isEmpty() ? Map.of() : teams.names(workspace.id(), ids);
        return grants.stream()
                .map(grant -> new ListedGrant(
                        grant,
                        grant.grantee()
                                .team()
                                .map(teamNames::get)
                                .or(() -> grant.grantee().teammate().flatMap(user -> name(caller, user))),
                        grant.role().map(RoleRef::key).map(roleNames::get)))
                .toList();
    }

    private Optional<String> name(Caller caller, UserId user) {
        return guard.sees(caller, user)
                ? people.find(user).map(Profile::displayName).filter(name -> !name.isEmpty())
                : Optional.empty();
    }
}
