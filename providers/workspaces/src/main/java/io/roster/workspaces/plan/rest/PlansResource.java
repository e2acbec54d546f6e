// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan.rest;

import io.roster.workspaces.plan.OfferedPlan;
import io.roster.workspaces.plan.Plan;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.RealmId;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plans of the realm. */
@Tag(name = "Plans", description = "What the realm sells, and what each workspace has of it.")
public final class PlansResource {

    private static final int SORT_VALUES = 1;

    private final Caller caller;
    private final RealmId realm;
    private final Plans plans;

    public PlansResource(Caller caller, RealmId realm, Plans plans) {
        this.caller = caller;
        this.realm = realm;
        this.plans = plans;
    }

    @GET
    @Operation(
            operationId = "listPlans",
            summary = "The plans.",
            description = "`everything` comes on top of the first page, then the realm's own by key.")
    @APIResponseSchema(value = PlanRepresentation.class, responseDescription = "One page of plans.")
    @Terms(administrator = "view the realm", problems = ProblemCode.NOT_READY)
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(plans.list(caller, realm, PageRequest.of(max, after, SORT_VALUES)), PlanRepresentation::of);
    }

    @GET
    @Path("{plan}")
    @Operation(operationId = "getPlan", summary = "One plan.")
    @APIResponseSchema(value = PlanRepresentation.class, responseDescription = "The plan.")
    @Terms(
            administrator = "view the realm",
            problems = {ProblemCode.NOT_FOUND, ProblemCode.NOT_READY})
    public Response get(@PathParam("plan") String key) {
        return answer(plans.get(caller, realm, key));
    }

    @PUT
    @Path("{plan}")
    @Operation(
            operationId = "savePlan",
            summary = "Makes a plan, or makes it what the body says.",
            description = "What it lacks is masked in every workspace that has it, at once. Nothing is deleted by it.")
    @RequestBodySchema(Wanted.class)
    @APIResponseSchema(value = PlanRepresentation.class, responseDescription = "It was there before.")
    @APIResponse(responseCode = "201", description = "It is new.")
    @Terms(administrator = "manage the realm", problems = ProblemCode.NOT_READY)
    public Response save(
            @PathParam("plan") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Context UriInfo uri,
            InputStream body) {
        Wanted wanted = RequestBody.read(body, Wanted.class);
        Plans.Saved saved = plans.save(
                caller, realm, key, new Plans.Wanted(wanted.name(), wanted.entitlements()), Expected.of(ifMatch));
        return saved.isNew()
                ? Answers.made(
                        uri.getAbsolutePath(),
                        PlanRepresentation.of(saved.plan()),
                        saved.plan().version())
                : answer(saved.plan());
    }

    @DELETE
    @Path("{plan}")
    @Operation(operationId = "deletePlan", summary = "Deletes a plan that no workspace has.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Terms(
            administrator = "manage the realm",
            problems = {ProblemCode.VALIDATION, ProblemCode.NOT_FOUND, ProblemCode.NOT_READY, ProblemCode.IN_USE})
    public Response delete(@PathParam("plan") String key, @HeaderParam("If-Match") String ifMatch) {
        plans.delete(caller, realm, key, Expected.of(ifMatch));
        return Answers.nothing();
    }

    @POST
    @Path("{plan}/default")
    @Operation(
            operationId = "makePlanDefault",
            summary = "Makes a plan the one of all workspaces that were given none.")
    @APIResponseSchema(value = PlanRepresentation.class, responseDescription = "The plan.")
    @Terms(
            administrator = "manage the realm",
            problems = {ProblemCode.NOT_FOUND, ProblemCode.NOT_READY})
    public Response makeDefault(@PathParam("plan") String key) {
        return answer(plans.makeDefault(caller, realm, key));
    }

    private static Response answer(OfferedPlan plan) {
        return Answers.one(PlanRepresentation.of(plan), plan.version());
    }

    @Schema(name = "WantedPlan", description = "What a plan shall be.")
    record Wanted(
            @Schema(required = true, minLength = 1, maxLength = Plan.LONGEST_NAME, examples = "Starter")
            String name,

            @Schema(required = true, description = "What it unlocks", examples = "[\"audit-log\", \"session-replay\"]")
            List<String> entitlements) {}
}
