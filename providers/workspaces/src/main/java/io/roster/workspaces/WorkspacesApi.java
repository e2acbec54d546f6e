// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.access.rest.MeResource;
import io.roster.workspaces.adminui.keycloak.KeycloakConsole;
import io.roster.workspaces.adminui.rest.ConsoleResource;
import io.roster.workspaces.audit.rest.AuditResource;
import io.roster.workspaces.member.rest.SessionsResource;
import io.roster.workspaces.member.rest.TeammatesResource;
import io.roster.workspaces.override.rest.OverridesResource;
import io.roster.workspaces.own.rest.OwnWorkspacesResource;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.permission.rest.CatalogueResource;
import io.roster.workspaces.plan.rest.WorkspacePlanResource;
import io.roster.workspaces.platform.BearerCallers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.OpenApiResource;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.project.rest.GrantsResource;
import io.roster.workspaces.project.rest.ProjectsResource;
import io.roster.workspaces.project.rest.TeamGrantsResource;
import io.roster.workspaces.project.rest.TeammateGrantsResource;
import io.roster.workspaces.role.rest.RolesResource;
import io.roster.workspaces.setting.rest.SettingsResource;
import io.roster.workspaces.team.rest.TeammateTeamsResource;
import io.roster.workspaces.team.rest.TeamsResource;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.keycloak.models.KeycloakSession;

/**
 * The API of a workspace's people and of apps, at {@code /realms/{realm}/roster}. It finds out who calls and hands on;
 * every refusal beyond token and scope is the features' own.
 */
public final class WorkspacesApi {

    private static final String AUDIENCE = "roster";
    /** As the description of the API calls this surface's tokens. */
    private static final String PEOPLE = "people";

    private static final String SELF = "roster:self";
    private static final String MANAGE = "roster:manage";

    private final KeycloakSession session;
    private final Workspaces roster;
    private final BearerCallers callers;

    WorkspacesApi(KeycloakSession session) {
        this.session = session;
        this.roster = session.getProvider(Workspaces.class);
        this.callers = new BearerCallers(session, AUDIENCE);
    }

    @Path("v1/openapi.json")
    @SecurityRequirements
    public OpenApiResource openApi() {
        requireOn();
        return new OpenApiResource();
    }

    @Path("v1/catalogue")
    @SecurityRequirements
    public CatalogueResource catalogue() {
        requireOn();
        RealmCatalogue catalogue = roster.catalogues().of(realm());
        return CatalogueResource.open(catalogue);
    }

    @Path("v1/workspaces")
    @SecurityRequirement(name = PEOPLE, scopes = SELF)
    public OwnWorkspacesResource own() {
        return new OwnWorkspacesResource(caller(SELF), realm(), roster.own());
    }

    @Path("v1/workspaces/{workspace}/me")
    @SecurityRequirement(name = PEOPLE, scopes = SELF)
    public MeResource me(@PathParam("workspace") String alias) {
        Caller caller = caller(SELF);
        Workspace workspace = inside(caller, alias);
        return new MeResource(roster.guard().requirePerson(caller), workspace, roster.access());
    }

    @Path("v1/workspaces/{workspace}/roles")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public RolesResource roles(@PathParam("workspace") String alias) {
        Caller caller = caller(MANAGE);
        return new RolesResource(caller, inside(caller, alias), roster.roles(), roster.catalogues());
    }

    @Path("v1/workspaces/{workspace}/teammates")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public TeammatesResource teammates(@PathParam("workspace") String alias) {
        Caller caller = caller(MANAGE);
        return new TeammatesResource(caller, inside(caller, alias), roster.members());
    }

    @Path("v1/workspaces/{workspace}/plan")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public WorkspacePlanResource plan(@PathParam("workspace") String alias) {
        Caller caller = caller(MANAGE);
        return new WorkspacePlanResource(caller, inside(caller, alias), roster.plans());
    }

    @Path("v1/workspaces/{workspace}/settings")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public SettingsResource settings(@PathParam("workspace") String alias) {
        Caller caller = caller(MANAGE);
        return new SettingsResource(caller, inside(caller, alias), roster.settings());
    }

    @Path("v1/workspaces/{workspace}/teams")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public TeamsResource teams(@PathParam("workspace") String alias) {
        Caller caller = caller(MANAGE);
        return new TeamsResource(caller, inside(caller, alias), roster.teams());
    }

    @Path("v1/workspaces/{workspace}/projects")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public ProjectsResource projects(@PathParam("workspace") String alias) {
        Caller caller = caller(MANAGE);
        return new ProjectsResource(caller, inside(caller, alias), roster.projects());
    }

    @Path("v1/workspaces/{workspace}/projects/{project}/grants")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public GrantsResource grants(@PathParam("workspace") String alias, @PathParam("project") String project) {
        Caller caller = caller(MANAGE);
        return new GrantsResource(caller, inside(caller, alias), project, roster.grants());
    }

    @Path("v1/workspaces/{workspace}/teams/{team}/grants")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public TeamGrantsResource teamGrants(@PathParam("workspace") String alias, @PathParam("team") String team) {
        Caller caller = caller(MANAGE);
        return new TeamGrantsResource(caller, inside(caller, alias), new TeamId(team), roster.grants());
    }

    @Path("v1/workspaces/{workspace}/teammates/{user}/grants")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public TeammateGrantsResource teammateGrants(@PathParam("workspace") String alias, @PathParam("user") String user) {
        Caller caller = caller(MANAGE);
        return new TeammateGrantsResource(caller, inside(caller, alias), new UserId(user), roster.grants());
    }

    @Path("v1/workspaces/{workspace}/teammates/{user}/teams")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public TeammateTeamsResource teammateTeams(@PathParam("workspace") String alias, @PathParam("user") String user) {
        Caller caller = caller(MANAGE);
        return new TeammateTeamsResource(caller, inside(caller, alias), new UserId(user), roster.teams());
    }

    @Path("v1/workspaces/{workspace}/teammates/{user}/overrides")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public OverridesResource overrides(@PathParam("workspace") String alias, @PathParam("user") String user) {
        Caller caller = caller(MANAGE);
        return new OverridesResource(caller, inside(caller, alias), new UserId(user), roster.overrides());
    }

    @Path("v1/workspaces/{workspace}/teammates/{user}/sessions")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public SessionsResource sessions(@PathParam("workspace") String alias, @PathParam("user") String user) {
        Caller caller = caller(MANAGE);
        return new SessionsResource(caller, inside(caller, alias), new UserId(user), roster.sessions());
    }

    @Path("v1/workspaces/{workspace}/audit")
    @SecurityRequirement(name = PEOPLE, scopes = MANAGE)
    public AuditResource audit(@PathParam("workspace") String alias) {
        Caller caller = caller(MANAGE);
        return new AuditResource(caller, inside(caller, alias), roster.audit());
    }

    /** The page of the workspace console, and every address below it. */
    @Path("console{path:(/.*)?}")
    public ConsoleResource console(@PathParam("path") String path) {
        requireOn();
        return new ConsoleResource(new KeycloakConsole(session), path);
    }

    /** Anything else: without this, RESTEasy Reactive answers 405 to a path that no locator has. */
    @Path("{any:.*}")
    public Object other() {
        throw Problem.notFound("address in this API");
    }

    /** The same below a workspace, which would otherwise be taken for the list of workspaces. */
    @Path("v1/workspaces/{any:.+}")
    public Object otherOfAWorkspace() {
        return other();
    }

    /** Asked before anything of the request is read: an outsider's bad request must look like any other outsider's. */
    private Workspace inside(Caller caller, String alias) {
        Workspace workspace = roster.workspaces().named(alias);
        roster.guard().requireInside(caller, workspace);
        return workspace;
    }

    private Caller caller(String scope) {
        Caller caller = callers.require(scope);
        requireOn();
        return caller;
    }

    private RealmId realm() {
        return new RealmId(session.getContext().getRealm().getId());
    }

    private void requireOn() {
        if (!roster.isOn()) {
            throw Problem.of(
                    ProblemCode.NOT_READY,
                    "Roster doesn't answer in this realm: it is switched off, or the realm is disabled.");
        }
    }
}
