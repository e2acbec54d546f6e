// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan.rest;

import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.plan.WorkspacePlan;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plan of one workspace, for administrators, who give it. */
@Tag(name = "Plans")
public final class GivenPlanResource {

    private final Caller caller;
    private final Workspace workspace;
    private final Plans plans;

    public GivenPlanResource(Caller caller, Workspace workspace, Plans plans) {
        this.caller = caller;
        this.workspace = workspace;
        this.plans = plans;
    }

    @GET
    @Operation(
            operationId = "getWorkspacePlan",
            summary = "The plan of the workspace, what it unlocks, and whom its people are told to ask for more.")
    @APIResponseSchema(value = WorkspacePlanRepresentation.class, responseDescription = "The plan.")
    @Terms(administrator = "view the organization")
    public Response get() {
        return answer(plans.of(caller, workspace));
    }

    @PUT
    @Operation(
            operationId = "giveWorkspacePlan",
            summary = "Gives the workspace a plan, or lets it have the realm's default.",
            description = "It counts from the next token on.")
    @RequestBodySchema(Given.class)
    @APIResponseSchema(value = WorkspacePlanRepresentation.class, responseDescription = "The plan as it is now.")
    @Terms(administrator = "manage the realm")
    public Response give(@HeaderParam("If-Match") String ifMatch, InputStream body) {
        Given given = RequestBody.read(body, Given.class);
        return answer(plans.assign(caller, workspace, Optional.ofNullable(given.plan()), Expected.of(ifMatch)));
    }

    private static Response answer(WorkspacePlan plan) {
        return Answers.one(WorkspacePlanRepresentation.of(plan), plan.version());
    }

    @Schema(name = "GivenPlan", description = "The plan that a workspace shall have.")
    record Given(
            @Schema(
                    nullable = true,
                    description = "Key of the plan; null for the realm's default",
                    examples = "starter")
            String plan) {}
}
