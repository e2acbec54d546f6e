// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan.rest;

import io.roster.workspaces.orphan.Orphans;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One workspace of the realm. */
@Tag(name = "Workspaces", description = "The workspaces of the realm, and whether somebody of their own can run them.")
public final class WorkspaceResource {

    private final Caller caller;
    private final Workspace workspace;
    private final Orphans orphans;

    public WorkspaceResource(Caller caller, Workspace workspace, Orphans orphans) {
        this.caller = caller;
        this.workspace = workspace;
        this.orphans = orphans;
    }

    @GET
    @Operation(operationId = "getWorkspace", summary = "One workspace, and what the caller may do with it.")
    @APIResponseSchema(value = WorkspaceRepresentation.class, responseDescription = "The workspace.")
    @Terms(administrator = "view the organization")
    public Response get() {
        return Answers.one(WorkspaceRepresentation.of(orphans.get(caller, workspace)));
    }
}
