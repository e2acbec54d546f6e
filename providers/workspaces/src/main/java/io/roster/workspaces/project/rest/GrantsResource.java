// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.platform.Until;
import io.roster.workspaces.project.GrantDraft;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.Grants;
import io.roster.workspaces.project.ListedGrant;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who gets into one project. */
@Tag(name = "Grants", description = "What lets teams and teammates into projects.")
public final class GrantsResource {

    static final String PERMISSION = "projects.manage";
    static final String VIEW = "view the organization";
    static final String MANAGE = "manage the organization, and the user for a grant to a teammate";

    private final Caller caller;
    private final Workspace workspace;
    private final String project;
    private final Grants grants;

    public GrantsResource(Caller caller, Workspace workspace, String project, Grants grants) {
        this.caller = caller;
        this.workspace = workspace;
        this.project = project;
        this.grants = grants;
    }

    @GET
    @Operation(operationId = "listProjectGrants", summary = "The grants of a project.")
    @APIResponseSchema(value = GrantRepresentation.class, responseDescription = "One page of grants.")
    @Terms(permission = PERMISSION, administrator = VIEW)
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                grants.ofProject(caller, workspace, project, PageRequest.of(max, after, 1)), GrantRepresentation::of);
    }

    @POST
    @Operation(
            operationId = "grantProject",
            summary = "Lets a team or a teammate into a project. The next token has it.",
            description = "With a role they have in the project what the role has there, else what their workspace role"
                    + " has. The ceiling is over the role.")
    @RequestBodySchema(NewGrant.class)
    @APIResponseSchema(value = GrantRepresentation.class, responseCode = "201", responseDescription = "The new grant.")
    @Terms(
            permission = PERMISSION,
            administrator = MANAGE,
            problems = {ProblemCode.CEILING, ProblemCode.DUPLICATE})
    public Response make(InputStream body, @Context UriInfo uri) {
        NewGrant grant = RequestBody.read(body, NewGrant.class);
        ListedGrant made = grants.make(
                caller,
                workspace,
                new GrantDraft(project, grant.grantee(), Optional.ofNullable(grant.role()), Until.of(grant.until())));
        return Answers.made(
                uri.getAbsolutePathBuilder().path(made.grant().id()).build(),
                GrantRepresentation.of(made),
                GrantRepresentation.version(made));
    }

    @GET
    @Path("{grant}")
    @Operation(operationId = "getProjectGrant", summary = "One grant of a project.")
    @APIResponseSchema(value = GrantRepresentation.class, responseDescription = "The grant.")
    @Terms(permission = PERMISSION, administrator = VIEW)
    public Response get(@PathParam("grant") String id) {
        return answer(grants.get(caller, workspace, project, id));
    }

    @PUT
    @Path("{grant}")
    @Operation(
            operationId = "changeProjectGrant",
            summary = "Makes role and end of a grant these and no others.",
            description = "What is left out is taken away. The ceiling is over the old and the new role.")
    @RequestBodySchema(ChangedGrant.class)
    @APIResponseSchema(value = GrantRepresentation.class, responseDescription = "The grant as it is now.")
    @Terms(
            permission = PERMISSION,
            administrator = MANAGE,
            problems = {ProblemCode.CEILING, ProblemCode.SCIM_MANAGED})
    public Response change(@PathParam("grant") String id, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        ChangedGrant grant = RequestBody.read(body, ChangedGrant.class);
        return answer(grants.change(
                caller,
                workspace,
                project,
                id,
                Optional.ofNullable(grant.role()),
                Until.of(grant.until()),
                Expected.of(ifMatch)));
    }

    @DELETE
    @Path("{grant}")
    @Operation(operationId = "removeProjectGrant", summary = "Takes a grant away.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Terms(
            permission = PERMISSION,
            administrator = MANAGE,
            problems = {ProblemCode.CEILING, ProblemCode.SCIM_MANAGED})
    public Response remove(@PathParam("grant") String id, @HeaderParam("If-Match") String ifMatch) {
        grants.remove(caller, workspace, project, id, Expected.of(ifMatch));
        return Answers.nothing();
    }

    private static Response answer(ListedGrant grant) {
        return Answers.one(GrantRepresentation.of(grant), GrantRepresentation.version(grant));
    }

    @Schema(name = "NewGrant", description = "Whom to let into the project: either a team or a teammate.")
    record NewGrant(
            @Schema(nullable = true, description = "Id of a team of this workspace")
            String team,

            @Schema(nullable = true, description = "Keycloak's id of a teammate of this workspace")
            String teammate,

            @Schema(
                    nullable = true,
                    description =
                            "Key of a role of this workspace that isn't hidden; null lets them use their workspace role",
                    examples = "analyst")
            String role,

            @Schema(nullable = true, format = "date-time", description = "When it ends, ahead of now; null for never")
            String until) {

        Grantee grantee() {
            if (team == null && teammate == null) {
                throw Problem.validation("team", "is missing: send the id of a team, or of a teammate in 'teammate'");
            }
            if (team != null && teammate != null) {
                throw Problem.validation("teammate", "is sent together with 'team': send one of them");
            }
            return team != null ? Grantee.team(new TeamId(team)) : Grantee.teammate(new UserId(teammate));
        }
    }

    @Schema(name = "ChangedGrant", description = "What a grant shall be; what is left out is taken away.")
    record ChangedGrant(
            @Schema(
                    nullable = true,
                    description =
                            "Key of a role of this workspace that isn't hidden; null lets them use their workspace role",
                    examples = "analyst")
            String role,

            @Schema(nullable = true, format = "date-time", description = "When it ends, ahead of now; null for never")
            String until) {}
}
