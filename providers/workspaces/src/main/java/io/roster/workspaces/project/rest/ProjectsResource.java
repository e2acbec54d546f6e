// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.project.ProjectEdit;
import io.roster.workspaces.project.Projects;
import io.roster.workspaces.project.WorkspaceProject;
import io.roster.workspaces.role.RoleName;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects of one workspace, and their environments. */
@Tag(name = "Projects", description = "The projects of a workspace, their environments, and who gets in.")
public final class ProjectsResource {

    private static final String PERMISSION = "projects.manage";
    private static final String VIEW = "view the organization";
    private static final String MANAGE = "manage the organization";
    private static final String KEY = "[a-z0-9][a-z0-9-]{0,62}";
    private static final String AS_IT_IS = "The project as it is now.";

    private final Caller caller;
    private final Workspace workspace;
    private final Projects projects;

    public ProjectsResource(Caller caller, Workspace workspace, Projects projects) {
        this.caller = caller;
        this.workspace = workspace;
        this.projects = projects;
    }

    @GET
    @Operation(
            operationId = "listProjects",
            summary = "The projects that the caller sees: `main` first, then by key.",
            description = "Whoever may manage projects sees all, archived ones too; other teammates see those that they"
                    + " can open.")
    @APIResponseSchema(value = ProjectRepresentation.class, responseDescription = "One page of projects.")
    @Terms(ofAPerson = true, administrator = VIEW)
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(projects.list(caller, workspace, PageRequest.of(max, after, 1)), ProjectRepresentation::of);
    }

    @POST
    @Operation(
            operationId = "createProject",
            summary = "Makes a project: closed, with no grant.",
            description = "It has the environments that new projects have. It can be archived and never deleted.")
    @RequestBodySchema(NewProject.class)
    @APIResponseSchema(
            value = ProjectRepresentation.class,
            responseCode = "201",
            responseDescription = "The new project.")
    @Terms(permission = PERMISSION, administrator = MANAGE, problems = ProblemCode.DUPLICATE)
    public Response create(InputStream body, @Context UriInfo uri) {
        NewProject project = RequestBody.read(body, NewProject.class);
        WorkspaceProject made = projects.create(caller, workspace, project.key(), project.name());
        return Answers.made(
                uri.getAbsolutePathBuilder().path(made.key()).build(),
                ProjectRepresentation.of(made),
                ProjectRepresentation.version(made));
    }

    @GET
    @Path("{project}")
    @Operation(operationId = "getProject", summary = "One project.")
    @APIResponseSchema(value = ProjectRepresentation.class, responseDescription = "The project.")
    @Terms(ofAPerson = true, administrator = VIEW)
    public Response get(@PathParam("project") String key) {
        return answer(projects.get(caller, workspace, key));
    }

    @PUT
    @Path("{project}")
    @Operation(
            operationId = "editProject",
            summary = "Renames a project, opens or closes it.",
            description = "Everybody uses their workspace role in an open one. `main` is always open.")
    @RequestBodySchema(EditedProject.class)
    @APIResponseSchema(value = ProjectRepresentation.class, responseDescription = AS_IT_IS)
    @Terms(permission = PERMISSION, administrator = MANAGE)
    public Response edit(@PathParam("project") String key, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        EditedProject project = RequestBody.read(body, EditedProject.class);
        ProjectEdit edit = new ProjectEdit(project.name(), Optional.ofNullable(project.open()));
        return answer(projects.edit(caller, workspace, key, edit, Expected.of(ifMatch)));
    }

    @POST
    @Path("{project}/archive")
    @Operation(
            operationId = "archiveProject",
            summary = "Archives a project: nobody has anything in it any more.",
            description = "Its grants stay. `main` can't be archived.")
    @APIResponseSchema(value = ProjectRepresentation.class, responseDescription = AS_IT_IS)
    @Terms(permission = PERMISSION, administrator = MANAGE, problems = ProblemCode.VALIDATION)
    public Response archive(@PathParam("project") String key, @HeaderParam("If-Match") String ifMatch) {
        return answer(projects.archive(caller, workspace, key, Expected.of(ifMatch)));
    }

    @POST
    @Path("{project}/restore")
    @Operation(
            operationId = "restoreProject",
            summary = "Makes an archived project what it was, with its grants.",
            description = "The ceiling is over the roles of its grants, and over what is allowed to teammates in it.")
    @APIResponseSchema(value = ProjectRepresentation.class, responseDescription = AS_IT_IS)
    @Terms(permission = PERMISSION, administrator = MANAGE, problems = ProblemCode.CEILING)
    public Response restore(@PathParam("project") String key, @HeaderParam("If-Match") String ifMatch) {
        return answer(projects.restore(caller, workspace, key, Expected.of(ifMatch)));
    }

    @PUT
    @Path("{project}/environments/{environment}")
    @Operation(
            operationId = "nameEnvironment",
            summary = "Makes an environment, renames it, or restores an archived one under this name.")
    @RequestBodySchema(NamedEnvironment.class)
    @APIResponseSchema(value = ProjectRepresentation.class, responseDescription = AS_IT_IS)
    @Terms(permission = PERMISSION, administrator = MANAGE)
    public Response nameEnvironment(
            @PathParam("project") String key,
            @PathParam("environment") String environment,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        NamedEnvironment named = RequestBody.read(body, NamedEnvironment.class);
        return answer(
                projects.nameEnvironment(caller, workspace, key, environment, named.name(), Expected.of(ifMatch)));
    }

    @DELETE
    @Path("{project}/environments/{environment}")
    @Operation(
            operationId = "archiveEnvironment",
            summary = "Archives an environment; naming it again restores it.",
            description = "`production` can't be archived.")
    @APIResponseSchema(value = ProjectRepresentation.class, responseDescription = AS_IT_IS)
    @Terms(permission = PERMISSION, administrator = MANAGE, problems = ProblemCode.VALIDATION)
    public Response archiveEnvironment(
            @PathParam("project") String key,
            @PathParam("environment") String environment,
            @HeaderParam("If-Match") String ifMatch) {
        return answer(projects.archiveEnvironment(caller, workspace, key, environment, Expected.of(ifMatch)));
    }

    private static Response answer(WorkspaceProject project) {
        return Answers.one(ProjectRepresentation.of(project), ProjectRepresentation.version(project));
    }

    @Schema(name = "NewProject", description = "A project to make.")
    record NewProject(
            @Schema(
                    required = true,
                    pattern = KEY,
                    description = "Never changes and is never used again",
                    examples = "web-shop")
            String key,

            @Schema(required = true, minLength = 1, maxLength = RoleName.LONGEST, examples = "Web shop")
            String name) {}

    @Schema(name = "EditedProject", description = "What a project shall be; `open` that is left out or null stays.")
    record EditedProject(
            @Schema(required = true, minLength = 1, maxLength = RoleName.LONGEST, examples = "Web shop")
            String name,

            @Schema(nullable = true, description = "Whether every teammate gets in")
            Boolean open) {}

    @Schema(name = "NamedEnvironment", description = "What an environment is called.")
    record NamedEnvironment(
            @Schema(required = true, minLength = 1, maxLength = RoleName.LONGEST, examples = "Staging")
            String name) {}
}
