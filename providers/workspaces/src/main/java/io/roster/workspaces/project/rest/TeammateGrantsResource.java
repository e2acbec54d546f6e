// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.project.Grants;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By what one teammate gets into which projects. */
@Tag(name = "Grants", description = "What lets teams and teammates into projects.")
public final class TeammateGrantsResource {

    private final Caller caller;
    private final Workspace workspace;
    private final UserId user;
    private final Grants grants;

    public TeammateGrantsResource(Caller caller, Workspace workspace, UserId user, Grants grants) {
        this.caller = caller;
        this.workspace = workspace;
        this.user = user;
        this.grants = grants;
    }

    @GET
    @Operation(
            operationId = "listTeammateGrants",
            summary = "The grants that reach a teammate, their own and those of their teams, in all projects.")
    @APIResponseSchema(value = GrantRepresentation.class, responseDescription = "One page of grants.")
    @Terms(permission = GrantsResource.PERMISSION, administrator = "view the organization and the user")
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                grants.ofTeammate(caller, workspace, user, PageRequest.of(max, after, 1)), GrantRepresentation::of);
    }
}
