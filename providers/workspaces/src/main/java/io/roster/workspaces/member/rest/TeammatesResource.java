// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.rest;

import io.roster.workspaces.member.Listed;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Teammates of one workspace. */
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
    public Response list(
            @QueryParam("search") String search,
            @QueryParam("role") String role,
            @QueryParam("status") String status,
            @QueryParam("source") String source,
            @QueryParam("sort") String sort,
            @QueryParam("max") String max,
            @QueryParam("after") String after) {
        TeammateQuery query = TeammateQuery.of(search, role, status, source, sort);
        return Answers.page(
                members.list(caller, workspace, query, PageRequest.of(max, after, CURSOR_VALUES)),
                TeammateRepresentation::of);
    }

    @GET
    @Path("{user}")
    public Response get(@PathParam("user") String user) {
        return answer(members.get(caller, workspace, new UserId(user)));
    }

    @PUT
    @Path("{user}/role")
    public Response assign(@PathParam("user") String user, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        Assignment assignment = RequestBody.read(body, Assignment.class);
        return answer(members.assignRole(caller, workspace, new UserId(user), assignment.role(), Expected.of(ifMatch)));
    }

    private static Response answer(Listed listed) {
        return Answers.one(TeammateRepresentation.of(listed), listed.teammate().version());
    }

    record Assignment(String role) {}
}
