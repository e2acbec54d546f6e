// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override.rest;

import io.roster.access.Effect;
import io.roster.access.PermissionKey;
import io.roster.workspaces.override.ListedOverride;
import io.roster.workspaces.override.OverrideDraft;
import io.roster.workspaces.override.Overrides;
import io.roster.workspaces.override.Reason;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.platform.Until;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
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
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Overrides of one teammate. */
@Tag(name = "Overrides", description = "Single permissions allowed or denied to a teammate, on top of the role.")
public final class OverridesResource {

    /** Project, bit and effect. */
    private static final int CURSOR_VALUES = 3;

    private final Caller caller;
    private final Workspace workspace;
    private final UserId user;
    private final Overrides overrides;

    public OverridesResource(Caller caller, Workspace workspace, UserId user, Overrides overrides) {
        this.caller = caller;
        this.workspace = workspace;
        this.user = user;
        this.overrides = overrides;
    }

    @GET
    @Operation(
            operationId = "listOverrides",
            summary = "The overrides of a teammate that haven't ended.",
            description = "Those of the workspace first, then those of projects by key.")
    @APIResponseSchema(value = OverrideRepresentation.class, responseDescription = "One page of overrides.")
    @Terms(permission = "teammates.manage", administrator = "view the organization and the user")
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                overrides.list(caller, workspace, user, PageRequest.of(max, after, CURSOR_VALUES)),
                OverrideRepresentation::of);
    }

    @POST
    @Operation(
            operationId = "makeOverride",
            summary = "Allows or denies a teammate one permission. The next token shows it.",
            description = "Allowing is giving. `If-Match` names the version of the teammate.")
    @RequestBodySchema(NewOverride.class)
    @APIResponseSchema(
            value = OverrideRepresentation.class,
            responseCode = "201",
            responseDescription = "The new override.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = {ProblemCode.CEILING, ProblemCode.DUPLICATE, ProblemCode.LAST_ADMIN})
    public Response make(@HeaderParam("If-Match") String ifMatch, InputStream body, @Context UriInfo uri) {
        NewOverride wanted = RequestBody.read(body, NewOverride.class);
        OverrideDraft draft = new OverrideDraft(
                read("effect", "allow or deny", wanted.effect(), Effect::of),
                read("permission", "the key of a permission", wanted.permission(), PermissionKey::new),
                Optional.ofNullable(wanted.project()),
                Optional.ofNullable(wanted.reason()),
                Until.of(wanted.until()));
        ListedOverride made = overrides.make(caller, workspace, user, draft, Expected.of(ifMatch));
        return Answers.made(
                uri.getAbsolutePathBuilder().path(made.override().id()).build(),
                OverrideRepresentation.of(made),
                made.version());
    }

    @PUT
    @Path("{override}")
    @Operation(
            operationId = "changeOverride",
            summary = "Writes reason and end of an override anew.",
            description =
                    "Lengthening an allowance and shortening a denial is giving. `If-Match` names the version of the"
                            + " teammate.")
    @RequestBodySchema(EditedOverride.class)
    @APIResponseSchema(value = OverrideRepresentation.class, responseDescription = "The override as it is now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = {ProblemCode.CEILING, ProblemCode.LAST_ADMIN})
    public Response change(
            @Parameter(description = "Id of an override.") @PathParam("override") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        EditedOverride edited = RequestBody.read(body, EditedOverride.class);
        ListedOverride changed = overrides.change(
                caller,
                workspace,
                user,
                id,
                Optional.ofNullable(edited.reason()),
                Until.of(edited.until()),
                Expected.of(ifMatch));
        return Answers.one(OverrideRepresentation.of(changed), changed.version());
    }

    @DELETE
    @Path("{override}")
    @Operation(
            operationId = "removeOverride",
            summary = "Takes an override back.",
            description = "Ending a denial is giving. `If-Match` names the version of the teammate.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization and the user",
            problems = {ProblemCode.CEILING, ProblemCode.LAST_ADMIN})
    public Response remove(
            @Parameter(description = "Id of an override.") @PathParam("override") String id,
            @HeaderParam("If-Match") String ifMatch) {
        overrides.remove(caller, workspace, user, id, Expected.of(ifMatch));
        return Answers.nothing();
    }

    private static <T> T read(String field, String wanted, String text, Function<String, T> reading) {
        if (text == null) {
            throw Problem.validation(field, "is missing: send " + wanted);
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.validation(field, "isn't known: send " + wanted);
        }
    }

    @Schema(name = "NewOverride", description = "An override to make.")
    record NewOverride(
            @Schema(required = true, implementation = Effect.class)
            String effect,

            @Schema(required = true, description = "Key of a permission of the catalogue", examples = "charts.export")
            String permission,

            @Schema(
                    nullable = true,
                    description = "Key of the only project where it shall count; everywhere without it",
                    examples = "main")
            String project,

            @Schema(nullable = true, maxLength = Reason.LONGEST, description = "Why, for people")
            String reason,

            @Schema(
                    nullable = true,
                    format = "date-time",
                    description = "The first moment at which it no longer counts; for ever without it")
            String until) {}

    @Schema(
            name = "EditedOverride",
            description = "Reason and end of an override. What is left out or null, it has none of.")
    record EditedOverride(
            @Schema(nullable = true, maxLength = Reason.LONGEST, description = "Why, for people")
            String reason,

            @Schema(
                    nullable = true,
                    format = "date-time",
                    description = "The first moment at which it no longer counts; for ever without it")
            String until) {}
}
