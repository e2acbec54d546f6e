// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.platform.Until;
import io.roster.workspaces.project.GrantDraft;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.Grants;
import io.roster.workspaces.project.ListedGrant;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Into which projects one team gets. It is the same data as at the projects, where a grant is changed and removed. */
@Tag(name = "Grants", description = "What lets teams and teammates into projects.")
public final class TeamGrantsResource {

    private final Caller caller;
    private final Workspace workspace;
    private final TeamId team;
    private final Grants grants;

    public TeamGrantsResource(Caller caller, Workspace workspace, TeamId team, Grants grants) {
        this.caller = caller;
        this.workspace = workspace;
        this.team = team;
        this.grants = grants;
    }

    @GET
    @Operation(operationId = "listTeamGrants", summary = "The grants of a team, in all projects.")
    @APIResponseSchema(value = GrantRepresentation.class, responseDescription = "One page of grants.")
    @Terms(permission = GrantsResource.PERMISSION, administrator = GrantsResource.VIEW)
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                grants.ofTeam(caller, workspace, team, PageRequest.of(max, after, 1)), GrantRepresentation::of);
    }

    @POST
    @Operation(
            operationId = "grantTeam",
            summary = "Lets a team into a project. The next token has it.",
            description = "The same as at the project, where the new grant is.")
    @RequestBodySchema(NewTeamGrant.class)
    @APIResponseSchema(value = GrantRepresentation.class, responseCode = "201", responseDescription = "The new grant.")
    @Terms(
            permission = GrantsResource.PERMISSION,
            administrator = "manage the organization",
            problems = {ProblemCode.CEILING, ProblemCode.DUPLICATE})
    public Response make(InputStream body, @Context UriInfo uri) {
        NewTeamGrant grant = RequestBody.read(body, NewTeamGrant.class);
        ListedGrant made = grants.makeForTeam(
                caller,
                workspace,
                team,
                new GrantDraft(
                        grant.project(),
                        Grantee.team(team),
                        Optional.ofNullable(grant.role()),
                        Until.of(grant.until())));
        return Answers.made(
                uri.getAbsolutePathBuilder()
                        .path("../../../projects/{project}/grants/{grant}")
                        .build(made.grant().project(), made.grant().id())
                        .normalize(),
                GrantRepresentation.of(made),
                GrantRepresentation.version(made));
    }

    @Schema(name = "NewTeamGrant", description = "Into which project to let the team.")
    record NewTeamGrant(
            @Schema(required = true, description = "Key of a project of this workspace", examples = "web-shop")
            String project,

            @Schema(
                    nullable = true,
                    description =
                            "Key of a role of this workspace that isn't hidden; null lets them use their workspace role",
                    examples = "analyst")
            String role,

            @Schema(nullable = true, format = "date-time", description = "When it ends, ahead of now; null for never")
            String until) {}
}
