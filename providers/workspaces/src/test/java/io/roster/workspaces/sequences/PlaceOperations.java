// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.project.GrantDraft;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.ProjectEdit;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.sequences.Operation.Call;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Changes projects and who gets in, by name and by team. */
final class PlaceOperations {

    static final List<Operation> ALL = List.of(
            ofProjects("Projects.create(String,String)", PlaceOperations::create),
            ofProjects("Projects.edit(String,ProjectEdit)", PlaceOperations::edit),
            ofProjects("Projects.archive(String)", PlaceOperations::archive),
            ofProjects("Projects.restore(String)", PlaceOperations::restore),
            ofProjects("Projects.nameEnvironment(String,String,String)", PlaceOperations::nameEnvironment),
            ofProjects("Projects.archiveEnvironment(String,String)", PlaceOperations::archiveEnvironment),
            ofProjects("Grants.make(GrantDraft)", PlaceOperations::grant),
            ofProjects("Grants.makeForTeam(TeamId,GrantDraft)", PlaceOperations::grantToTeam),
            ofProjects("Grants.change(String,String,Optional,Optional)", PlaceOperations::changeGrant),
            ofProjects("Grants.remove(String,String)", PlaceOperations::removeGrant),
            ofTeams("Teams.create(String)", PlaceOperations::createTeam),
            ofTeams("Teams.rename(TeamId,String)", PlaceOperations::renameTeam),
            ofTeams("Teams.delete(TeamId)", PlaceOperations::deleteTeam),
            ofTeams("Teams.add(TeamId,UserId)", PlaceOperations::join),
            ofTeams("Teams.remove(TeamId,UserId)", PlaceOperations::leave));

    private static final List<String> ENVIRONMENTS = List.of("development", "production", "staging");

    private PlaceOperations() {}

    private static Operation ofProjects(String method, BiFunction<Stage, Draw, Call> draws) {
        return new Operation(method, DrawnCatalogue.PROJECTS, draws);
    }

    private static Operation ofTeams(String method, BiFunction<Stage, Draw, Call> draws) {
        return new Operation(method, DrawnCatalogue.TEAMMATES, draws);
    }

    private static Call create(Stage stage, Draw draw) {
        String key = draw.chance(0.1) ? draw.any(stage.projects()) : "p" + draw.below(1_000);
        String name = draw.name("Project", List.of());
        return new Call(() -> key, caller -> stage.play.projects.create(caller, stage.workspace, key, name));
    }

    private static Call edit(Stage stage, Draw draw) {
        String key = draw.known(stage.projects());
        ProjectEdit edit = new ProjectEdit(draw.name("Project", List.of()), draw.maybe(0.7, draw.chance(0.5)));
        Expected expected = draw.expected();
        return new Call(
                () -> key + " " + edit,
                caller -> stage.play.projects.edit(caller, stage.workspace, key, edit, expected));
    }

    private static Call archive(Stage stage, Draw draw) {
        String key = draw.known(stage.projects());
        Expected expected = draw.expected();
        return new Call(() -> key, caller -> stage.play.projects.archive(caller, stage.workspace, key, expected));
    }

    /** Mostly of one that is archived, if there is one. */
    private static Call restore(Stage stage, Draw draw) {
        List<String> archived = stage.archived();
        String key = archived.isEmpty() || draw.chance(0.1) ? draw.known(stage.projects()) : draw.any(archived);
        Expected expected = draw.expected();
        return new Call(() -> key, caller -> stage.play.projects.restore(caller, stage.workspace, key, expected));
    }

    private static Call nameEnvironment(Stage stage, Draw draw) {
        String key = draw.known(stage.projects());
        String environment = draw.any(ENVIRONMENTS);
        String name = draw.name("Environment", List.of());
        Expected expected = draw.expected();
        return new Call(
                () -> key + " " + environment,
                caller ->
                        stage.play.projects.nameEnvironment(caller, stage.workspace, key, environment, name, expected));
    }

    private static Call archiveEnvironment(Stage stage, Draw draw) {
        String key = draw.known(stage.projects());
        String environment = draw.any(ENVIRONMENTS);
        Expected expected = draw.expected();
        return new Call(
                () -> key + " " + environment,
                caller -> stage.play.projects.archiveEnvironment(caller, stage.workspace, key, environment, expected));
    }

    private static Call grant(Stage stage, Draw draw) {
        Grantee grantee = draw.chance(0.4) ? Grantee.team(team(stage, draw)) : Grantee.teammate(user(stage, draw));
        GrantDraft grant = draft(stage, draw, grantee);
        return new Call(() -> grant.toString(), caller -> stage.play.grants.make(caller, stage.workspace, grant));
    }

    private static Call grantToTeam(Stage stage, Draw draw) {
        TeamId team = team(stage, draw);
        GrantDraft grant = draft(stage, draw, Grantee.team(team));
        return new Call(
                () -> grant.toString(), caller -> stage.play.grants.makeForTeam(caller, stage.workspace, team, grant));
    }

    private static GrantDraft draft(Stage stage, Draw draw, Grantee grantee) {
        return new GrantDraft(
                draw.known(stage.projects()),
                grantee,
                draw.maybe(0.7, draw.known(stage.roles())),
                draw.end(0.5, stage.play.now));
    }

    private static Call changeGrant(Stage stage, Draw draw) {
        Optional<WorkspaceGrant> grant = grantOf(stage, draw);
        String project = grant.map(WorkspaceGrant::project).orElse("main");
        String id = grant.map(WorkspaceGrant::id).orElse(Draw.UNKNOWN);
        Optional<String> role = draw.chance(0.4)
                ? grant.flatMap(WorkspaceGrant::role).map(ref -> ref.key())
                : draw.maybe(0.7, draw.known(stage.roles()));
        Optional<Instant> until = draw.end(0.5, stage.play.now);
        Expected expected = draw.expected();
        return new Call(
                () -> grant + " to " + role + " until " + until,
                caller -> stage.play.grants.change(caller, stage.workspace, project, id, role, until, expected));
    }

    private static Call removeGrant(Stage stage, Draw draw) {
        Optional<WorkspaceGrant> grant = grantOf(stage, draw);
        String project = grant.map(WorkspaceGrant::project).orElse("main");
        String id = grant.map(WorkspaceGrant::id).orElse(Draw.UNKNOWN);
        Expected expected = draw.expected();
        return new Call(
                () -> grant.toString(),
                caller -> stage.play.grants.remove(caller, stage.workspace, project, id, expected));
    }

    private static Call createTeam(Stage stage, Draw draw) {
        String name = teamName(stage, draw);
        return new Call(() -> name, caller -> stage.play.teams.create(caller, stage.workspace, name));
    }

    private static Call renameTeam(Stage stage, Draw draw) {
        TeamId team = team(stage, draw);
        String name = teamName(stage, draw);
        Expected expected = draw.expected();
        return new Call(
                () -> team + " " + name,
                caller -> stage.play.teams.rename(caller, stage.workspace, team, name, expected));
    }

    private static Call deleteTeam(Stage stage, Draw draw) {
        TeamId team = team(stage, draw);
        Expected expected = draw.expected();
        return new Call(() -> team.value(), caller -> stage.play.teams.delete(caller, stage.workspace, team, expected));
    }

    private static Call join(Stage stage, Draw draw) {
        TeamId team = team(stage, draw);
        UserId user = user(stage, draw);
        return new Call(() -> team + " " + user, caller -> stage.play.teams.add(caller, stage.workspace, team, user));
    }

    private static Call leave(Stage stage, Draw draw) {
        TeamId team = team(stage, draw);
        UserId user = user(stage, draw);
        return new Call(
                () -> team + " " + user, caller -> stage.play.teams.remove(caller, stage.workspace, team, user));
    }

    private static Optional<WorkspaceGrant> grantOf(Stage stage, Draw draw) {
        List<WorkspaceGrant> grants = stage.grants();
        return grants.isEmpty() || draw.chance(0.02) ? Optional.empty() : Optional.of(draw.any(grants));
    }

    private static String teamName(Stage stage, Draw draw) {
        return draw.name("Team", stage.teams().stream().map(team -> team.name()).toList());
    }

    private static TeamId team(Stage stage, Draw draw) {
        return new TeamId(draw.known(stage.teamIds()));
    }

    private static UserId user(Stage stage, Draw draw) {
        return new UserId(draw.known(stage.teammates()));
    }
}
