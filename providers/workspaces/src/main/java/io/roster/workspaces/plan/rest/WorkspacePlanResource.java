// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan.rest;

import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.plan.WorkspacePlan;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plan of one workspace, for its people to read. */
@Tag(name = "Plans")
public final class WorkspacePlanResource {

    private final Caller caller;
    private final Workspace workspace;
    private final Plans plans;

    public WorkspacePlanResource(Caller caller, Workspace workspace, Plans plans) {
        this.caller = caller;
        this.workspace = workspace;
        this.plans = plans;
    }

    @GET
    @Operation(
            operationId = "getWorkspacePlan",
            summary = "The plan of the workspace, what it unlocks, and whom to ask for more.")
    @APIResponseSchema(value = WorkspacePlanRepresentation.class, responseDescription = "The plan.")
    @Terms(administrator = "view the organization")
    public Response get() {
        WorkspacePlan plan = plans.of(caller, workspace);
        return Answers.one(WorkspacePlanRepresentation.of(plan), plan.version());
    }
}
