// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.access.Guard;
import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;

/** Whether what a grant names is there, and fits. */
final class GrantChecks {

    private final Projects projects;
    private final MemberStore members;
    private final GranteeTeams teams;
    private final Guard guard;

    GrantChecks(Projects projects, MemberStore members, GranteeTeams teams, Guard guard) {
        this.projects = projects;
        this.members = members;
        this.teams = teams;
        this.guard = guard;
    }

    void requireProject(Workspace workspace, String project) {
        if (projects.find(workspace, project).isEmpty()) {
            throw Projects.unknown();
        }
    }

    /** The same for one that a body names. */
    void requireNamedProject(Workspace workspace, String project) {
        if (project == null || projects.find(workspace, project).isEmpty()) {
            throw Problem.validation("project", "is the key of no project of this workspace: the list has them");
        }
    }

    void requireTeam(Workspace workspace, TeamId team) {
        if (!isTeam(workspace, team)) {
            throw Problem.notFound("team: {team} is the id of an organization group directly under the organization");
        }
    }

    void requireTeammate(Workspace workspace, UserId user) {
        if (!isTeammate(workspace, user)) {
            throw Problem.notFound("teammate: {user} is the id that the list of teammates gives");
        }
    }

    /** A team or a teammate of this workspace, and one whom the caller may manage. */
    void requireGrantee(Caller caller, Workspace workspace, Grantee grantee) {
        grantee.team().filter(team -> !isTeam(workspace, team)).ifPresent(team -> {
            throw Problem.validation("team", "'" + team + "' is the id of no team of this workspace");
        });
        grantee.teammate().filter(user -> !isTeammate(workspace, user)).ifPresent(user -> {
            throw Problem.validation("teammate", "'" + user + "' is the id of no teammate of this workspace");
        });
        grantee.teammate().ifPresent(user -> guard.requireManages(caller, user));
    }

    /** There is at most one for each project, grantee and source. */
    static void requireEnded(WorkspaceGrant known, Instant now) {
        if (known.isLive(now)) {
            throw Problem.of(
                            ProblemCode.DUPLICATE,
                            "They have a grant of this project by hand already: change or remove the one that is named.")
                    .with("existing", known.id());
        }
    }

    private boolean isTeam(Workspace workspace, TeamId team) {
        return Ids.isPlausible(team.value()) && teams.exists(workspace.id(), team);
    }

    private boolean isTeammate(Workspace workspace, UserId user) {
        return Ids.isPlausible(user.value())
                && members.find(workspace.id(), user).isPresent();
    }
}
