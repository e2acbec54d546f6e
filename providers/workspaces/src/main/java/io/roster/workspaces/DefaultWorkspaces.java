// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.access.AccessStore;
import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Forgetting;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.access.StandingAdmins;
import io.roster.workspaces.access.Standings;
import io.roster.workspaces.access.jpa.JpaAccessStore;
import io.roster.workspaces.access.jpa.JpaBoundClients;
import io.roster.workspaces.access.keycloak.KeycloakOrganizations;
import io.roster.workspaces.access.keycloak.KeycloakSignInMeans;
import io.roster.workspaces.audit.AuditLog;
import io.roster.workspaces.audit.Recorder;
import io.roster.workspaces.audit.jpa.JpaAuditStore;
import io.roster.workspaces.audit.keycloak.AdminEvents;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.binding.jpa.JpaBindingStore;
import io.roster.workspaces.binding.jpa.JpaClients;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.member.People;
import io.roster.workspaces.member.Sessions;
import io.roster.workspaces.member.TeammateSessions;
import io.roster.workspaces.member.jpa.JpaMemberStore;
import io.roster.workspaces.member.keycloak.KeycloakMemberships;
import io.roster.workspaces.member.keycloak.KeycloakPeople;
import io.roster.workspaces.member.keycloak.KeycloakSessions;
import io.roster.workspaces.orphan.Notices;
import io.roster.workspaces.orphan.Orphans;
import io.roster.workspaces.orphan.jpa.JpaOrphanStore;
import io.roster.workspaces.orphan.keycloak.OrphanMail;
import io.roster.workspaces.override.Overrides;
import io.roster.workspaces.override.jpa.JpaOverrideStore;
import io.roster.workspaces.own.OwnWorkspaces;
import io.roster.workspaces.own.jpa.JpaOwnWorkspaceStore;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.jpa.JpaCatalogueStore;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.plan.jpa.JpaPlanStore;
import io.roster.workspaces.platform.AdminEventLog;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.KeycloakOrigin;
import io.roster.workspaces.platform.cache.Changes;
import io.roster.workspaces.project.Grants;
import io.roster.workspaces.project.Projects;
import io.roster.workspaces.project.jpa.JpaGrantStore;
import io.roster.workspaces.project.jpa.JpaGranteeTeams;
import io.roster.workspaces.project.jpa.JpaProjectStore;
import io.roster.workspaces.realm.Realms;
import io.roster.workspaces.realm.keycloak.KeycloakRealm;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.role.jpa.JpaRoleStore;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.setting.jpa.JpaSettingStore;
import io.roster.workspaces.team.TeamUse;
import io.roster.workspaces.team.Teams;
import io.roster.workspaces.team.keycloak.KeycloakTeamStore;
import io.roster.workspaces.team.keycloak.TeamFollower;
import io.roster.workspaces.token.ActiveWorkspace;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.RealmRemoved;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceRemoved;
import io.roster.workspaces.workspace.jpa.JpaWorkspaceStore;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Wires the features together for one session. No rule lives here. The wiring is made when it is first needed: every
 * token of every realm asks whether Roster is on, and where it isn't that must cost next to nothing.
 */
final class DefaultWorkspaces implements Workspaces {

    private final KeycloakSession session;
    private final Node node;
    private final KeycloakRealm realm;
    private Wiring wiring;

    DefaultWorkspaces(KeycloakSession session, Node node) {
        this.session = session;
        this.node = node;
        this.realm = new KeycloakRealm(session);
    }

    @Override
    public boolean isOn() {
        return session.getContext().getRealm().isEnabled() && Realms.isOn(realm);
    }

    @Override
    public Realms realms() {
        return wiring().realms;
    }

    @Override
    public Catalogues catalogues() {
        return wiring().catalogues;
    }

    @Override
    public KnownWorkspaces workspaces() {
        return wiring().workspaces;
    }

    @Override
    public EffectiveAccess access() {
        return wiring().access;
    }

    @Override
    public Guard guard() {
        return wiring().guard;
    }

    @Override
    public Plans plans() {
        return wiring().plans;
    }

    @Override
    public Roles roles() {
        return wiring().roles;
    }

    @Override
    public Settings settings() {
        return wiring().settings;
    }

    @Override
    public Members members() {
        return wiring().members;
    }

    @Override
    public TeammateSessions sessions() {
        return wiring().sessions;
    }

    @Override
    public Teams teams() {
        return wiring().teams;
    }

    TeamFollower teamFollower() {
        return wiring().teamFollower;
    }

    @Override
    public Projects projects() {
        return wiring().projects;
    }

    @Override
    public Grants grants() {
        return wiring().grants;
    }

    @Override
    public Overrides overrides() {
        return wiring().overrides;
    }

    @Override
    public OwnWorkspaces own() {
        return wiring().own;
    }

    @Override
    public Bindings bindings() {
        return wiring().bindings;
    }

    @Override
    public Orphans orphans() {
        return wiring().orphans;
    }

    @Override
    public AuditLog audit() {
        return wiring().audit;
    }

    @Override
    public ActiveWorkspace activeWorkspace() {
        return new ActiveWorkspace(access());
    }

    /** A user is about to go: they leave every workspace, and nothing stays of them but the id in the log. */
    void remove(Caller caller, RealmId realmId, UserId user) {
        members().removed(caller, realmId, user);
        wiring().overrideStore.forgetMaker(user);
        wiring().grantStore.forgetMaker(user);
        wiring().auditStore.forgetAddresses(user);
    }

    /**
     * The row is locked before anything goes, so that a change that is under way is either complete and goes too, or
     * finds no workspace any more. Children first: MariaDB checks a reference at once and not when the transaction ends.
     */
    void removeAll(Caller caller, WorkspaceId workspace) {
        wiring().workspaceStore.lock(realm.id(), workspace);
        bindings().removed(realm.id(), workspace);
        wiring().overrideStore.removeAll(workspace);
        wiring().memberStore.removeAll(workspace);
        wiring().settingStore.removeAll(workspace);
        wiring().grantStore.removeAll(workspace);
        wiring().projectStore.removeAll(workspace);
        wiring().roleStore.removeAll(workspace);
        // after every lock was waited for: what others have committed by then is in the log too
        wiring().auditStore.removeAll(workspace);
        wiring().workspaceStore.removeAll(workspace);
        wiring().events.publish(caller, new WorkspaceRemoved(workspace));
    }

    void removeAll(Caller caller, RealmId realmId) {
        wiring().bindingStore.removeAll(realmId);
        wiring().overrideStore.removeAll(realmId);
        wiring().memberStore.removeAll(realmId);
        wiring().settingStore.removeAll(realmId);
        wiring().grantStore.removeAll(realmId);
        wiring().projectStore.removeAll(realmId);
        wiring().roleStore.removeAll(realmId);
        wiring().planStore.removeAll(realmId);
        wiring().workspaceStore.removeAll(realmId);
        catalogues().removeAll(realmId);
        wiring().auditStore.removeAll(realmId);
        wiring().events.publish(caller, new RealmRemoved(realmId));
    }

    /** Whatever has ends. */
    List<Lapsing> lapsing() {
        return wiring().lapsing;
    }

    Notices notices() {
        return wiring().notices;
    }

    /** Cleans up what has ended in one workspace, which nobody else changes meanwhile. */
    void sweep(Caller caller, Lapsing.Place place) {
        wiring().workspaceStore.lock(place.realm(), place.workspace());
        if (wiring().workspaceStore.exists(place.workspace())) {
            lapsing().forEach(kind -> kind.sweep(caller, place.realm(), place.workspace()));
        } else {
            wiring().workspaceStore.removeAll(place.workspace());
        }
    }

    private Wiring wiring() {
        if (wiring == null) {
            wiring = new Wiring(session, realm, node);
        }
        return wiring;
    }

    private static final class Wiring {

        private final Realms realms;
        private final Catalogues catalogues;
        private final KnownWorkspaces workspaces;
        private final EffectiveAccess access;
        private final Guard guard;
        private final Events events;
        private final Plans plans;
        private final Roles roles;
        private final Settings settings;
        private final Members members;
        private final TeammateSessions sessions;
        private final Teams teams;
        private final TeamFollower teamFollower;
        private final Projects projects;
        private final Grants grants;
        private final Overrides overrides;
        private final OwnWorkspaces own;
        private final Bindings bindings;
        private final Orphans orphans;
        private final Notices notices;
        private final JpaWorkspaceStore workspaceStore;
        private final JpaPlanStore planStore;
        private final JpaRoleStore roleStore;
        private final JpaSettingStore settingStore;
        private final JpaMemberStore memberStore;
        private final JpaProjectStore projectStore;
        private final JpaGrantStore grantStore;
        private final JpaOverrideStore overrideStore;
        private final JpaBindingStore bindingStore;
        private final JpaAuditStore auditStore;
        private final AuditLog audit;
        private final List<Lapsing> lapsing;

        private Wiring(KeycloakSession session, KeycloakRealm realm, Node node) {
            EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
            Clock clock = Clock.keycloak();
            workspaceStore = new JpaWorkspaceStore(session, em);
            planStore = new JpaPlanStore(em);
            roleStore = new JpaRoleStore(em);
            settingStore = new JpaSettingStore(em);
            memberStore = new JpaMemberStore(em);
            projectStore = new JpaProjectStore(em);
            grantStore = new JpaGrantStore(em);
            overrideStore = new JpaOverrideStore(em);
            bindingStore = new JpaBindingStore(em);
            auditStore = new JpaAuditStore(em);
            workspaces = new KnownWorkspaces(workspaceStore);
            catalogues = new Catalogues(new JpaCatalogueStore(em), node.catalogues());
            Changes changes = node.changes(session);
            AccessStore accessStore = new JpaAccessStore(em);
            Standings standings = new Standings(accessStore, catalogues, clock);
            StandingAdmins admins =
                    new StandingAdmins(accessStore, standings, catalogues, new KeycloakSignInMeans(session));
            access = new EffectiveAccess(
                    standings,
                    workspaceStore,
                    new KeycloakOrganizations(session),
                    node.memory(session),
                    changes,
                    clock);
            List<Events> listeners = new ArrayList<>(List.of(
                    new Forgetting(changes),
                    new Recorder(auditStore, () -> KeycloakOrigin.of(session), clock),
                    new AdminEvents(new AdminEventLog(session)::write, catalogues)));
            events = Events.to(listeners);
            JpaOrphanStore orphanStore = new JpaOrphanStore(em);
            notices = new Notices(
                    orphanStore,
                    workspaceStore,
                    () -> realm.attribute(Notices.CONTACT),
                    new OrphanMail(session),
                    clock);
            guard = new Guard(standings, workspaceStore, new JpaBoundClients(em), admins);
            orphans = new Orphans(orphanStore, workspaceStore, admins, guard, events, clock);
            // after the log: what came of a change stands behind it
            listeners.add(orphans);
            plans = new Plans(planStore, workspaceStore, catalogues, guard, events);
            roles = new Roles(
                    roleStore,
                    workspaceStore,
                    catalogues,
                    guard,
                    plans,
                    events,
                    List.of(memberStore, settingStore, grantStore));
            settings = new Settings(settingStore, roles, catalogues, guard, events);
            People people = new KeycloakPeople(session);
            projects = new Projects(projectStore, workspaceStore, settings, access, guard, events);
            Sessions keycloaks = new KeycloakSessions(session, clock);
            members = new Members(
                    memberStore,
                    workspaceStore,
                    roles,
                    settings,
                    people,
                    keycloaks,
                    new KeycloakMemberships(session),
                    projects,
                    List.of(grantStore, overrideStore),
                    guard,
                    events,
                    clock);
            sessions = new TeammateSessions(members, keycloaks, guard, events);
            grants = new Grants(
                    grantStore,
                    projects,
                    memberStore,
                    new JpaGranteeTeams(em),
                    roles,
                    people,
                    catalogues,
                    workspaceStore,
                    guard,
                    events,
                    clock);
            KeycloakTeamStore teamStore = new KeycloakTeamStore(session, em);
            List<TeamUse> teamUses = List.of(grants);
            teams = new Teams(teamStore, members, workspaceStore, teamUses, guard, events);
            overrides = new Overrides(
                    overrideStore,
                    members,
                    projects,
                    workspace -> settings.of(workspace).overrides(),
                    catalogues,
                    guard,
                    events,
                    clock);
            own = new OwnWorkspaces(new JpaOwnWorkspaceStore(em), catalogues, guard, clock);
            bindings = new Bindings(bindingStore, new JpaClients(em), workspaces, catalogues, guard, events);
            audit = new AuditLog(auditStore, guard, plans, roles, people, catalogues);
            lapsing = List.of(members, overrides, grants);
            realms = new Realms(realm, workspaces, catalogues, roles, members, guard, events);
            teamFollower = new TeamFollower(em, teamStore, teams, realms::isFollowed);
        }
    }
}
