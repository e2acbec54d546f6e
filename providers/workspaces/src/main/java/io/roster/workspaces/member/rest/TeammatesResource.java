// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.rest;

import io.roster.workspaces.member.Listed;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.member.Search;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.platform.Until;
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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Teammates of one workspace. */
@Tag(name = "Teammates", description = "Who is in a workspace, with which role.")
public final class TeammatesResource {

    /** Which list, by what the last row was sorted, and its user. */
    private static final int CURSOR_VALUES = 3;

    private final Caller caller;
    private final Workspace workspace;
    private final Members members;

    public TeammatesResource(Caller caller, Workspace workspace, Members members) {
        this.caller = caller;
        this.workspace = workspace;
        this.members = members;
    }

    @GET
    @Operation(
            operationId = "listTeammates",
            summary = "The teammates: all, or those who are searched for, in the order that is asked for.",
            description = "An administrator who may not view all users can't search, nor order by name or address.")
    @APIResponseSchema(value = TeammateRepresentation.class, responseDescription = "One page of teammates.")
    @Terms(permission = "teammates.manage", administrator = "view the organization")
    public Response list(
            @Parameter(
                            description =
                                    "Each word is the beginning of a word of the name, of the address or of the user name,"
                                            + " without case, accents and width, in any script: `mu an` finds Anna Müller.",
                            schema = @Schema(minLength = 1, maxLength = Search.LONGEST))
                    @QueryParam("search")
                    String search,
            @Parameter(description = "Key of a role of the workspace, which counts now.") @QueryParam("role")
                    String role,
            @Parameter(
                            description = "Whether they are active.",
                            schema = @Schema(implementation = Teammate.Status.class))
                    @QueryParam("status")
                    String status,
            @Parameter(description = "Where the role came from.", schema = @Schema(implementation = Source.class))
                    @QueryParam("source")
                    String source,
            @Parameter(description = "Id of a team of the workspace, in which they are.") @QueryParam("team")
                    String team,
            @Parameter(
                            description =
                                    "With `-` the other way round. Without it a search comes in the order of the words that"
                                            + " it found, and everybody by name.",
                            schema = @Schema(enumeration = {"name", "-name", "email", "-email", "joined", "-joined"}))
                    @QueryParam("sort")
                    String sort,
            @QueryParam("max") String max,
            @QueryParam("after") String after) {
        TeammateQuery asked = TeammateQuery.of(search, role, status, source, sort);
        TeammateQuery query = team == null ? asked : asked.in(new TeamId(team));
        return Answers.page(
                members.list(caller, workspace, query, PageRequest.of(max, after, CURSOR_VALUES)),
                TeammateRepresentation::of);
    }

    @GET
    @Path("{user}")
    @Operation(operationId = "getTeammate", summary = "One teammate.")
    @APIResponseSchema(value = TeammateRepresentation.class, responseDescription = "The teammate.")
    @Terms(permission = "teammates.manage", administrator = "view the organization and the user")
    public Response get(@PathParam("user") String user) {
        return answer(members.get(caller, workspace, new UserId(user)));
    }

    @PUT
    @Path("{user}/role")
    @Operation(
            operationId = "assignRole",
            summary = "Gives a teammate a role. The next token has it.",
            description =
                    "With `until` it ends, and another one follows for ever. The ceiling is over what the teammate"
                            + " carries and over both roles, each for its time.")
    @RequestBodySchema(Assignment.class)
    @APIResponseSchema(value = TeammateRepresentation.class, responseDescription = "The teammate as they are now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = {ProblemCode.CEILING, ProblemCode.LAST_ADMIN})
    public Response assign(@PathParam("user") String user, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        Assignment assignment = RequestBody.read(body, Assignment.class);
        NewRole role =
                new NewRole(assignment.role(), Until.of(assignment.until()), Optional.ofNullable(assignment.then()));
        return answer(members.assignRole(caller, workspace, new UserId(user), role, Expected.of(ifMatch)));
    }

    @PUT
    @Path("{user}/start")
    @Operation(
            operationId = "startTeammate",
            summary = "Says in which project and environment a teammate starts.",
            description = "The claim tells it as `env`, as long as they can open the project.")
    @RequestBodySchema(WantedStart.class)
    @APIResponseSchema(value = TeammateRepresentation.class, responseDescription = "The teammate as they are now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = ProblemCode.CEILING)
    public Response start(@PathParam("user") String user, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        WantedStart start = RequestBody.read(body, WantedStart.class);
        return answer(members.start(
                caller,
                workspace,
                new UserId(user),
                Optional.ofNullable(start.project()),
                Optional.ofNullable(start.environment()),
                Expected.of(ifMatch)));
    }

    @POST
    @Path("{user}/suspend")
    @Operation(
            operationId = "suspendTeammate",
            summary =
                    "Takes everything from a teammate until they are reactivated. It counts from the next request on.",
            description =
                    "No token for the workspace is made or refreshed, sign-in to it ends on a page that says so, and"
                            + " sessions with tokens for it end. Role and all else stay as they are. Taking away needs no"
                            + " ceiling, but nobody without `user-permissions.change` does it to somebody who has that, and"
                            + " nobody to themselves. Whoever is suspended already stays so.")
    @APIResponseSchema(value = TeammateRepresentation.class, responseDescription = "The teammate as they are now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = {ProblemCode.CEILING, ProblemCode.LAST_ADMIN})
    public Response suspend(@PathParam("user") String user, @HeaderParam("If-Match") String ifMatch) {
        return answer(members.suspend(caller, workspace, new UserId(user), Expected.of(ifMatch)));
    }

    @POST
    @Path("{user}/reactivate")
    @Operation(
            operationId = "reactivateTeammate",
            summary = "Gives a suspended teammate back what they had.",
            description = "The ceiling is over all that they carry as written. Sessions that were ended stay ended."
                    + " Whoever is active stays so.")
    @APIResponseSchema(value = TeammateRepresentation.class, responseDescription = "The teammate as they are now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = ProblemCode.CEILING)
    public Response reactivate(@PathParam("user") String user, @HeaderParam("If-Match") String ifMatch) {
        return answer(members.reactivate(caller, workspace, new UserId(user), Expected.of(ifMatch)));
    }

    @DELETE
    @Path("{user}")
    @Operation(
            operationId = "removeTeammate",
            summary = "Takes somebody out of the workspace and its organization. The account stays.",
            description =
                    "Sessions with tokens for the workspace end. As for suspending there is no ceiling; whoever has"
                            + " the permission removes themselves by the same call.")
    @APIResponse(responseCode = "204", description = "They are no teammate any more.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = {ProblemCode.CEILING, ProblemCode.LAST_ADMIN})
    public Response remove(@PathParam("user") String user, @HeaderParam("If-Match") String ifMatch) {
        members.remove(caller, workspace, new UserId(user), Expected.of(ifMatch));
        return Answers.nothing();
    }

    private static Response answer(Listed listed) {
        return Answers.one(TeammateRepresentation.of(listed), listed.teammate().version());
    }

    @Schema(name = "RoleAssignment", description = "Which role a teammate gets.")
    record Assignment(
            @Schema(
                    required = true,
                    description = "Key of a role of this workspace that isn't hidden",
                    examples = "analyst")
            String role,

            @Schema(
                    nullable = true,
                    format = "date-time",
                    description = "The first moment at which it no longer counts; for ever without it")
            String until,

            @Schema(
                    nullable = true,
                    description = "With `until`: key of the role that follows, without an end; the role of whoever"
                            + " joins where it isn't said",
                    examples = "consumer")
            String then) {}

    @Schema(
            name = "WantedStart",
            description = "Where a teammate starts. What is left out or null is the workspace's first.")
    record WantedStart(
            @Schema(nullable = true, description = "Key of a project of this workspace", examples = "main")
            String project,

            @Schema(
                    nullable = true,
                    description = "Key of an environment",
                    pattern = "^[a-z0-9][a-z0-9-]{0,62}$",
                    examples = "development")
            String environment) {}
}
