// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.rest;

import io.roster.workspaces.member.TeammateSessions;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sessions of one teammate, as far as they are for the workspace. */
@Tag(name = "Sessions", description = "In which sessions a teammate has tokens for the workspace.")
public final class SessionsResource {

    /** When it was used, and its id. */
    private static final int CURSOR_VALUES = 2;

    private static final String ENDING =
            "Tokens that are out live to their `exp`, and no refresh of them is answered any"
                    + " more. What is in the session for other workspaces goes on, and whoever signs in again has what they had."
                    + " Nobody without `user-permissions.change` does it to somebody who has that, but everybody to themselves.";

    private final Caller caller;
    private final Workspace workspace;
    private final UserId user;
    private final TeammateSessions sessions;

    public SessionsResource(Caller caller, Workspace workspace, UserId user, TeammateSessions sessions) {
        this.caller = caller;
        this.workspace = workspace;
        this.user = user;
        this.sessions = sessions;
    }

    @GET
    @Operation(
            operationId = "listSessions",
            summary = "The sessions in which a teammate has tokens for the workspace, the one used last first.",
            description = "Online and offline ones. What is in them for other workspaces isn't shown.")
    @APIResponseSchema(value = SessionRepresentation.class, responseDescription = "One page of sessions.")
    @Terms(permission = "teammates.manage", administrator = "view the organization and the user")
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                sessions.list(caller, workspace, user, PageRequest.of(max, after, CURSOR_VALUES)),
                SessionRepresentation::of);
    }

    @DELETE
    @Operation(
            operationId = "endSessions",
            summary = "Ends all sessions of a teammate for the workspace.",
            description = ENDING)
    @APIResponse(responseCode = "204", description = "There are none any more.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = ProblemCode.CEILING)
    public Response endAll() {
        sessions.endAll(caller, workspace, user);
        return Answers.nothing();
    }

    @DELETE
    @Path("{session}")
    @Operation(
            operationId = "endSession",
            summary = "Ends one session of a teammate for the workspace.",
            description = ENDING)
    @APIResponse(responseCode = "204", description = "It has ended.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = ProblemCode.CEILING)
    public Response end(
            @Parameter(description = "Id of a session, as the list gives it.") @PathParam("session") String id) {
        sessions.end(caller, workspace, user, id);
        return Answers.nothing();
    }
}
