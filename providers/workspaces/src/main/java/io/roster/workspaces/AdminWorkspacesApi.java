// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.audit.rest.AuditResource;
import io.roster.workspaces.audit.rest.RealmAuditResource;
import io.roster.workspaces.binding.rest.BindingsResource;
import io.roster.workspaces.member.rest.SessionsResource;
import io.roster.workspaces.member.rest.TeammatesResource;
import io.roster.workspaces.orphan.rest.WorkspaceResource;
import io.roster.workspaces.orphan.rest.WorkspacesResource;
import io.roster.workspaces.override.rest.OverridesResource;
import io.roster.workspaces.permission.rest.CatalogueResource;
import io.roster.workspaces.plan.rest.GivenPlanResource;
import io.roster.workspaces.plan.rest.PlansResource;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.KeycloakAdminRights;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.project.rest.GrantsResource;
import io.roster.workspaces.project.rest.ProjectsResource;
import io.roster.workspaces.project.rest.TeamGrantsResource;
import io.roster.workspaces.project.rest.TeammateGrantsResource;
import io.roster.workspaces.realm.rest.RealmResource;
import io.roster.workspaces.role.rest.RolesResource;
import io.roster.workspaces.setting.rest.RealmSettingsResource;
import io.roster.workspaces.setting.rest.SettingsResource;
import io.roster.workspaces.team.rest.TeammateTeamsResource;
import io.roster.workspaces.team.rest.TeamsResource;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The API of realm administrators, at {@code /admin/realms/{realm}/roster}: the same tree, and the realm's own state.
 * Keycloak 26.7 lets every signed-in user of the realm reach it, so every locator asks before it hands on.
 */
public final class AdminWorkspacesApi {

    private final Workspaces roster;
    private final RealmModel realm;
    private final AdminPermissionEvaluator evaluator;
    private final Caller.Administrator caller;
    /** What was said in {@code force}, as often as it was said. */
    private final List<String> force;

    AdminWorkspacesApi(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator evaluator) {
        this.roster = session.getProvider(Workspaces.class);
        this.realm = realm;
        this.evaluator = evaluator;
        List<String> said = session.getContext().getUri().getQueryParameters().get("force");
        this.force = said == null ? List.of("false") : said;
        this.caller = new Caller.Administrator(
                evaluator.adminAuth().getUser().getId(),
                new KeycloakAdminRights(session, realm, evaluator),
                "true".equals(force.get(0)));
    }

    @Path("v1")
    public RealmResource realm() {
        if (!caller.rights().viewsRealm()) {
            throw Problem.of(
                    ProblemCode.FORBIDDEN, "This needs the realm role view-realm to look and manage-realm to change.");
        }
        return new RealmResource(caller, roster.realms());
    }

    @Path("v1/catalogue")
    public CatalogueResource catalogue() {
        if (!caller.rights().viewsRealm() && !evaluator.orgs().canQuery()) {
            throw refused();
        }
        return CatalogueResource.guarded(roster.catalogues().of(new RealmId(realm.getId())));
    }

    @Path("v1/audit")
    public RealmAuditResource audit() {
        return new RealmAuditResource(caller, new RealmId(realm.getId()), roster.audit());
    }

    @Path("v1/workspaces")
    public WorkspacesResource workspaces() {
        if (!evaluator.orgs().canQuery()) {
            throw refused();
        }
        requireOn();
        return new WorkspacesResource(caller, new RealmId(realm.getId()), roster.orphans());
    }

    @Path("v1/workspaces/{workspace}")
    public WorkspaceResource one(@PathParam("workspace") String alias) {
        return new WorkspaceResource(caller, workspace(alias), roster.orphans());
    }

    @Path("v1/workspaces/{workspace}/audit")
    public AuditResource audit(@PathParam("workspace") String alias) {
        return new AuditResource(caller, workspace(alias), roster.audit());
    }

    @Path("v1/bindings")
    public BindingsResource bindings() {
        roster.guard().requireViewsRealm(caller);
        requireOn();
        return new BindingsResource(caller, new RealmId(realm.getId()), roster.bindings());
    }

    @Path("v1/plans")
    public PlansResource plans() {
        roster.guard().requireViewsRealm(caller);
        requireOn();
        return new PlansResource(caller, new RealmId(realm.getId()), roster.plans());
    }

    @Path("v1/settings")
    public RealmSettingsResource settings() {
        roster.guard().requireViewsRealm(caller);
        requireOn();
        return new RealmSettingsResource(caller, new RealmId(realm.getId()), roster.settings());
    }

    @Path("v1/workspaces/{workspace}/plan")
    public GivenPlanResource plan(@PathParam("workspace") String alias) {
        return new GivenPlanResource(caller, workspace(alias), roster.plans());
    }

    @Path("v1/workspaces/{workspace}/settings")
    public SettingsResource settings(@PathParam("workspace") String alias) {
        return new SettingsResource(caller, workspace(alias), roster.settings());
    }

    @Path("v1/workspaces/{workspace}/roles")
    public RolesResource roles(@PathParam("workspace") String alias) {
        return new RolesResource(caller, workspace(alias), roster.roles(), roster.catalogues());
    }

    @Path("v1/workspaces/{workspace}/teammates")
    public TeammatesResource teammates(@PathParam("workspace") String alias) {
        return new TeammatesResource(caller, workspace(alias), roster.members());
    }

    @Path("v1/workspaces/{workspace}/teams")
    public TeamsResource teams(@PathParam("workspace") String alias) {
        return new TeamsResource(caller, workspace(alias), roster.teams());
    }

    @Path("v1/workspaces/{workspace}/projects")
    public ProjectsResource projects(@PathParam("workspace") String alias) {
        return new ProjectsResource(caller, workspace(alias), roster.projects());
    }

    @Path("v1/workspaces/{workspace}/projects/{project}/grants")
    public GrantsResource grants(@PathParam("workspace") String alias, @PathParam("project") String project) {
        return new GrantsResource(caller, workspace(alias), project, roster.grants());
    }

    @Path("v1/workspaces/{workspace}/teams/{team}/grants")
    public TeamGrantsResource teamGrants(@PathParam("workspace") String alias, @PathParam("team") String team) {
        return new TeamGrantsResource(caller, workspace(alias), new TeamId(team), roster.grants());
    }

    @Path("v1/workspaces/{workspace}/teammates/{user}/grants")
    public TeammateGrantsResource teammateGrants(@PathParam("workspace") String alias, @PathParam("user") String user) {
        return new TeammateGrantsResource(caller, workspace(alias), new UserId(user), roster.grants());
    }

    @Path("v1/workspaces/{workspace}/teammates/{user}/teams")
    public TeammateTeamsResource teammateTeams(@PathParam("workspace") String alias, @PathParam("user") String user) {
        return new TeammateTeamsResource(caller, workspace(alias), new UserId(user), roster.teams());
    }

    @Path("v1/workspaces/{workspace}/teammates/{user}/overrides")
    public OverridesResource overrides(@PathParam("workspace") String alias, @PathParam("user") String user) {
        return new OverridesResource(caller, workspace(alias), new UserId(user), roster.overrides());
    }

    @Path("v1/workspaces/{workspace}/teammates/{user}/sessions")
    public SessionsResource sessions(@PathParam("workspace") String alias, @PathParam("user") String user) {
        return new SessionsResource(caller, workspace(alias), new UserId(user), roster.sessions());
    }

    /** Anything else below a workspace, which would otherwise be taken for the workspace. */
    @Path("v1/workspaces/{workspace}/{any:.+}")
    public Object otherOfAWorkspace() {
        throw Problem.notFound("address in this API");
    }

    /** Whoever may not view all organizations learns nothing of one that they may not view, not even that it exists. */
    private Workspace workspace(String alias) {
        Workspace workspace;
        try {
            workspace = roster.workspaces().named(alias);
        } catch (Problem unknown) {
            throw evaluator.orgs().canView() ? unknown : refused();
        }
        if (!caller.rights().viewsOrganization(workspace.id().value())) {
            throw refused();
        }
        requireOn();
        if (!force.equals(List.of("true")) && !force.equals(List.of("false"))) {
            throw Problem.validation("force", "is true or false, and said once");
        }
        return workspace;
    }

    private void requireOn() {
        if (!roster.realms().isOn()) {
            throw Problem.of(
                    ProblemCode.NOT_READY, "Roster is switched off in this realm: POST .../roster/v1/enable first.");
        }
    }

    private static Problem refused() {
        return Problem.of(ProblemCode.FORBIDDEN, "This needs the right to view organizations in Keycloak.");
    }
}
