// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role.rest;

import io.roster.access.Catalogue;
import io.roster.access.PermissionKey;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.role.Description;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleChange;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.RoleName;
import io.roster.workspaces.role.Roles;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Roles of one workspace. */
@Tag(name = "Roles", description = "The presets and the custom roles of a workspace.")
public final class RolesResource {

    private static final int SORT_VALUES = 2;

    private final Caller caller;
    private final Workspace workspace;
    private final Roles roles;
    private final Catalogues catalogues;

    public RolesResource(Caller caller, Workspace workspace, Roles roles, Catalogues catalogues) {
        this.caller = caller;
        this.workspace = workspace;
        this.roles = roles;
        this.catalogues = catalogues;
    }

    @GET
    @Operation(
            operationId = "listRoles",
            summary = "The roles.",
            description = "Presets come on top of the first page, then custom roles by name.")
    @APIResponseSchema(value = RoleRepresentation.class, responseDescription = "One page of roles.")
    @Terms(administrator = "view the organization")
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        Catalogue catalogue = catalogue();
        return Answers.page(
                roles.list(caller, workspace, PageRequest.of(max, after, SORT_VALUES)),
                role -> RoleRepresentation.of(catalogue, role));
    }

    @POST
    @Operation(
            operationId = "createRole",
            summary = "Makes a custom role, from another role and what differs.",
            description = "The key is made by the server and never used again.")
    @RequestBodySchema(NewRole.class)
    @APIResponseSchema(value = RoleRepresentation.class, responseCode = "201", responseDescription = "The new role.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization",
            problems = {ProblemCode.CEILING, ProblemCode.PLAN_REQUIRED, ProblemCode.DUPLICATE})
    public Response create(InputStream body, @Context UriInfo uri) {
        NewRole role = RequestBody.read(body, NewRole.class);
        Role made = roles.create(
                caller,
                workspace,
                new RoleDraft(
                        role.name(),
                        role.description(),
                        role.from(),
                        keys("add", role.add() == null ? List.of() : role.add()),
                        keys("remove", role.remove() == null ? List.of() : role.remove())));
        return Answers.made(
                uri.getAbsolutePathBuilder().path(made.key()).build(),
                RoleRepresentation.of(catalogue(), made),
                made.version());
    }

    @GET
    @Path("{role}")
    @Operation(operationId = "getRole", summary = "One role.")
    @APIResponseSchema(value = RoleRepresentation.class, responseDescription = "The role.")
    @Terms(administrator = "view the organization")
    public Response get(@PathParam("role") String key) {
        return answer(roles.get(caller, workspace, key));
    }

    @PUT
    @Path("{role}")
    @Operation(
            operationId = "editRole",
            summary = "Makes a role what the body says.",
            description =
                    "Of a preset, what differs from the realm's is kept. A preset that somebody has can't be hidden.")
    @RequestBodySchema(EditedRole.class)
    @APIResponseSchema(value = RoleRepresentation.class, responseDescription = "The role as it is now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization",
            problems = {
                ProblemCode.CEILING,
                ProblemCode.PLAN_REQUIRED,
                ProblemCode.DUPLICATE,
                ProblemCode.IN_USE,
                ProblemCode.LAST_ADMIN
            })
    public Response edit(@PathParam("role") String key, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        EditedRole role = RequestBody.read(body, EditedRole.class);
        RoleChange change = new RoleChange(
                role.name(),
                Optional.ofNullable(role.description()),
                keys("permissions", role.permissions()),
                Optional.ofNullable(role.hidden()));
        return answer(roles.edit(caller, workspace, key, change, Expected.of(ifMatch)));
    }

    @DELETE
    @Path("{role}")
    @Operation(
            operationId = "deleteRole",
            summary = "Deletes a custom role.",
            description = "With a replacement, whoever and whatever has the role gets that one, all in one. Without,"
                    + " nobody and nothing may have it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization",
            problems = {ProblemCode.VALIDATION, ProblemCode.CEILING, ProblemCode.IN_USE, ProblemCode.LAST_ADMIN})
    public Response delete(
            @PathParam("role") String key,
            @Parameter(description = "Key of the role that takes its place") @QueryParam("replacement")
                    String replacement,
            @HeaderParam("If-Match") String ifMatch) {
        roles.delete(caller, workspace, key, Optional.ofNullable(replacement), Expected.of(ifMatch));
        return Answers.nothing();
    }

    @POST
    @Path("{role}/reset")
    @Operation(operationId = "resetRole", summary = "Makes an edited preset the realm's again.")
    @APIResponseSchema(value = RoleRepresentation.class, responseDescription = "The role as it is now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization",
            problems = {ProblemCode.VALIDATION, ProblemCode.CEILING, ProblemCode.LAST_ADMIN})
    public Response reset(@PathParam("role") String key, @HeaderParam("If-Match") String ifMatch) {
        return answer(roles.reset(caller, workspace, key, Expected.of(ifMatch)));
    }

    @PUT
    @Path("{role}/permissions/{permission}")
    @Operation(operationId = "giveRolePermission", summary = "Gives a role one permission.")
    @APIResponseSchema(value = RoleRepresentation.class, responseDescription = "The role as it is now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization",
            problems = {ProblemCode.VALIDATION, ProblemCode.CEILING, ProblemCode.PLAN_REQUIRED})
    public Response give(
            @PathParam("role") String key,
            @PathParam("permission") String permission,
            @HeaderParam("If-Match") String ifMatch) {
        return toggle(key, permission, true, ifMatch);
    }

    @DELETE
    @Path("{role}/permissions/{permission}")
    @Operation(operationId = "takeRolePermission", summary = "Takes one permission away from a role.")
    @APIResponseSchema(value = RoleRepresentation.class, responseDescription = "The role as it is now.")
    @Terms(
            permission = "teammates.manage",
            administrator = "manage the organization",
            problems = {ProblemCode.CEILING, ProblemCode.PLAN_REQUIRED, ProblemCode.LAST_ADMIN})
    public Response take(
            @PathParam("role") String key,
            @PathParam("permission") String permission,
            @HeaderParam("If-Match") String ifMatch) {
        return toggle(key, permission, false, ifMatch);
    }

    private Response toggle(String key, String permission, boolean on, String ifMatch) {
        return answer(roles.toggle(caller, workspace, key, key(permission), on, Expected.of(ifMatch)));
    }

    private Response answer(Role role) {
        return Answers.one(RoleRepresentation.of(catalogue(), role), role.version());
    }

    private Catalogue catalogue() {
        return catalogues.of(workspace.realm()).permissions();
    }

    /** A path that names no possible permission names none that exists. */
    private static PermissionKey key(String text) {
        try {
            return new PermissionKey(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("permission");
        }
    }

    private static List<PermissionKey> keys(String field, List<String> texts) {
        if (texts == null) {
            return null;
        }
        List<PermissionKey> keys = new ArrayList<>();
        for (String text : texts) {
            try {
                keys.add(new PermissionKey(text));
            } catch (IllegalArgumentException | NullPointerException e) {
                throw Problem.validation(field, "has '" + text + "', which is no permission key");
            }
        }
        return keys;
    }

    @Schema(name = "NewRole", description = "A custom role to make.")
    record NewRole(
            @Schema(required = true, minLength = 1, maxLength = RoleName.LONGEST, examples = "Report Editor")
            String name,

            @Schema(nullable = true, maxLength = Description.LONGEST)
            String description,

            @Schema(required = true, description = "Key of the role that it starts from", examples = "consumer")
            String from,

            @Schema(nullable = true, description = "Keys that it has besides", examples = "[\"categorization.manage\"]")
            List<String> add,

            @Schema(nullable = true, description = "Keys that it lacks", examples = "[\"charts.export\"]")
            List<String> remove) {}

    @Schema(
            name = "EditedRole",
            description = "What a role shall be. A description or `hidden` that is left out or null stays as it is.")
    record EditedRole(
            @Schema(required = true, minLength = 1, maxLength = RoleName.LONGEST, examples = "Reader")
            String name,

            @Schema(nullable = true, maxLength = Description.LONGEST)
            String description,

            @Schema(required = true, description = "All its keys", examples = "[\"charts.run\", \"charts.export\"]")
            List<String> permissions,

            @Schema(nullable = true, description = "For presets: whether pickers leave it out")
            Boolean hidden) {}
}
