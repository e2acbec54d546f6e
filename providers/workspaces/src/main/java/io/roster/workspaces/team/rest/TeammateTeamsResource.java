// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.team.Teams;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** In which teams one teammate is. */
@Tag(name = "Teams", description = "The teams of a workspace, and who is in them.")
public final class TeammateTeamsResource {

    private final Caller caller;
    private final Workspace workspace;
    private final UserId user;
    private final Teams teams;

    public TeammateTeamsResource(Caller caller, Workspace workspace, UserId user, Teams teams) {
        this.caller = caller;
        this.workspace = workspace;
        this.user = user;
        this.teams = teams;
    }

    @GET
    @Operation(operationId = "listTeammateTeams", summary = "The teams in which a teammate is, by name.")
    @APIResponseSchema(value = TeamRepresentation.class, responseDescription = "One page of teams.")
    @Terms(permission = "teammates.manage", administrator = "view the organization and the user")
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                teams.of(caller, workspace, user, PageRequest.of(max, after, TeamsResource.TEAM_VALUES)),
                TeamRepresentation::of);
    }
}
