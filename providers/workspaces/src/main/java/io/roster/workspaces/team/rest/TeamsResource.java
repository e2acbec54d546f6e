// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.team.TeamName;
import io.roster.workspaces.team.Teams;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Teams of one workspace. */
@Tag(name = "Teams", description = "The teams of a workspace, and who is in them.")
public final class TeamsResource {

    /** Name and id of the last team. */
    static final int TEAM_VALUES = 2;

    /** As in the list of teammates, of which the members of a team are a part. */
    private static final int MEMBER_VALUES = 3;

    private final Caller caller;
    private final Workspace workspace;
    private final Teams teams;

    public TeamsResource(Caller caller, Workspace workspace, Teams teams) {
        this.caller = caller;
        this.workspace = workspace;
        this.teams = teams;
    }

    @GET
    @Operation(operationId = "listTeams", summary = "The teams by name.")
    @APIResponseSchema(value = TeamRepresentation.class, responseDescription = "One page of teams.")
    @Terms(permission = "teammates.manage", administrator = "view the organization")
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                teams.list(caller, workspace, PageRequest.of(max, after, TEAM_VALUES)), TeamRepresentation::of);
    }

    @POST
    @Operation(operationId = "createTeam", summary = "Makes a team with nobody in it.")
    @RequestBodySchema(NamedTeam.class)
    @APIResponseSchema(value = TeamRepresentation.class, responseCode = "201", responseDescription = "The new team.")
    @Terms(permission = "teammates.manage", administrator = "manage the organization", problems = ProblemCode.DUPLICATE)
    public Response create(InputStream body, @Context UriInfo uri) {
        Team made = teams.create(
                caller, workspace, RequestBody.read(body, NamedTeam.class).name());
        return Answers.made(
                uri.getAbsolutePathBuilder().path(made.id().value()).build(),
                TeamRepresentation.of(made),
                made.version());
    }

    @GET
    @Path("{team}")
    @Operation(operationId = "getTeam", summary = "One team.")
    @APIResponseSchema(value = TeamRepresentation.class, responseDescription = "The team.")
    @Terms(permission = "teammates.manage", administrator = "view the organization")
    public Response get(@PathParam("team") String team) {
        return answer(teams.get(caller, workspace, new TeamId(team)));
    }

    @PUT
    @Path("{team}")
    @Operation(
            operationId = "renameTeam",
            summary = "Gives a team another name.",
            description = "The ceiling is over what the team was given.")
    @RequestBodySchema(NamedTeam.class)
    @APIResponseSchema(value = TeamRepresentation.class, responseDescription = "The team as it is now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization",
            problems = {ProblemCode.CEILING, ProblemCode.DUPLICATE})
    public Response rename(@PathParam("team") String team, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        String name = RequestBody.read(body, NamedTeam.class).name();
        return answer(teams.rename(caller, workspace, new TeamId(team), name, Expected.of(ifMatch)));
    }

    @DELETE
    @Path("{team}")
    @Operation(
            operationId = "deleteTeam",
            summary = "Deletes a team, and with it what was given to it.",
            description = "Nobody in it leaves the workspace. The ceiling is over what the team was given.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Terms(permission = "teammates.manage", administrator = "manage the organization", problems = ProblemCode.CEILING)
    public Response delete(@PathParam("team") String team, @HeaderParam("If-Match") String ifMatch) {
        teams.delete(caller, workspace, new TeamId(team), Expected.of(ifMatch));
        return Answers.nothing();
    }

    @GET
    @Path("{team}/members")
    @Operation(
            operationId = "listTeamMembers",
            summary = "Who is in a team, by name.",
            description = "An administrator who may not view all users has them in the order of joining the workspace.")
    @APIResponseSchema(value = TeamMemberRepresentation.class, responseDescription = "One page of teammates.")
    @Terms(permission = "teammates.manage", administrator = "view the organization")
    public Response members(
            @PathParam("team") String team, @QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                teams.members(caller, workspace, new TeamId(team), PageRequest.of(max, after, MEMBER_VALUES)),
                TeamMemberRepresentation::of);
    }

    @PUT
    @Path("{team}/members/{user}")
    @Operation(
            operationId = "joinTeam",
            summary = "Puts a teammate into a team. The next token has what the team was given.",
            description = "Says the same if they are in it. The ceiling is over what the team was given.")
    @APIResponse(responseCode = "204", description = "They are in it.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = ProblemCode.CEILING)
    public Response add(@PathParam("team") String team, @PathParam("user") String user) {
        teams.add(caller, workspace, new TeamId(team), new UserId(user));
        return Answers.nothing();
    }

    @DELETE
    @Path("{team}/members/{user}")
    @Operation(
            operationId = "leaveTeam",
            summary = "Takes a teammate out of a team.",
            description = "Says the same if they aren't in it. Nobody without `user-permissions.change` does it to"
                    + " somebody who has it.")
    @APIResponse(responseCode = "204", description = "They aren't in it.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = ProblemCode.CEILING)
    public Response remove(@PathParam("team") String team, @PathParam("user") String user) {
        teams.remove(caller, workspace, new TeamId(team), new UserId(user));
        return Answers.nothing();
    }

    private static Response answer(Team team) {
        return Answers.one(TeamRepresentation.of(team), team.version());
    }

    @Schema(name = "NamedTeam", description = "What a team shall be called.")
    record NamedTeam(
            @Schema(required = true, minLength = 1, maxLength = TeamName.LONGEST, examples = "Editors")
            String name) {}
}
