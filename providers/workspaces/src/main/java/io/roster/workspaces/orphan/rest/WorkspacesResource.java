// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan.rest;

import io.roster.workspaces.orphan.Orphans;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.RealmId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workspaces of the realm. */
@Tag(name = "Workspaces", description = "The workspaces of the realm, and whether somebody of their own can run them.")
public final class WorkspacesResource {

    private static final int SORT_VALUES = 1;

    private final Caller caller;
    private final RealmId realm;
    private final Orphans orphans;

    public WorkspacesResource(Caller caller, RealmId realm, Orphans orphans) {
        this.caller = caller;
        this.realm = realm;
        this.orphans = orphans;
    }

    @GET
    @Operation(
            operationId = "listWorkspaces",
            summary = "The workspaces whose organizations one may view, by alias.",
            description = "An orphaned one gets a new Admin like a new one: an administrator gives somebody the role.")
    @APIResponseSchema(value = WorkspaceRepresentation.class, responseDescription = "A page of workspaces.")
    @Terms(administrator = "view organizations", problems = ProblemCode.NOT_READY)
    public Response list(
            @QueryParam("max") String max,
            @QueryParam("after") String after,
            @Parameter(description = "`true` for those alone that nobody can run any more") @QueryParam("orphaned")
                    String orphaned) {
        if (orphaned != null && !orphaned.equals("true") && !orphaned.equals("false")) {
            throw Problem.validation("orphaned", "is true or false");
        }
        return Answers.page(
                orphans.list(caller, realm, "true".equals(orphaned), PageRequest.of(max, after, SORT_VALUES)),
                WorkspaceRepresentation::of);
    }
}
