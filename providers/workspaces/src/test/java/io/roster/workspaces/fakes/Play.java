// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.access.PermissionKey;
import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Forgetting;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.access.StandingAdmins;
import io.roster.workspaces.access.Standings;
import io.roster.workspaces.audit.AuditLog;
import io.roster.workspaces.audit.Recorder;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.member.People;
import io.roster.workspaces.member.Profile;
import io.roster.workspaces.member.TeammateSessions;
import io.roster.workspaces.orphan.Orphans;
import io.roster.workspaces.override.Overrides;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Origin;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.project.Grants;
import io.roster.workspaces.project.ProjectEdit;
import io.roster.workspaces.project.Projects;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.team.Teams;
import io.roster.workspaces.token.ActiveWorkspace;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** The real facades and the real engine over stores in memory, with workspaces acme and beta in one realm. */
public final class Play {

    public static final Caller SERVER = new Caller.Server();

    public final RealmId realm = new RealmId("realm");
    public final InMemoryWorkspaceStore workspaceStore = new InMemoryWorkspaceStore();
    public final InMemoryRoleStore roleStore = new InMemoryRoleStore();
    public final InMemoryMemberStore memberStore = new InMemoryMemberStore();
    public final InMemoryTeamStore teamStore = memberStore.teams();
    public final InMemoryOverrideStore overrideStore = new InMemoryOverrideStore();
    public final InMemoryCatalogueStore catalogueStore = new InMemoryCatalogueStore();
    public final InMemoryBindingStore bindingStore = new InMemoryBindingStore();
    public final InMemorySettingStore settingStore = new InMemorySettingStore(this::realmOf);
    public final InMemoryPlanStore planStore = new InMemoryPlanStore(this::realmOf, settingStore);
    public final InMemoryProjectStore projectStore = new InMemoryProjectStore();
    public final InMemoryGrantStore grantStore = new InMemoryGrantStore();
    private final InMemoryGranteeTeams granteeTeams = new InMemoryGranteeTeams(teamStore);
    public final InMemoryClients clients = new InMemoryClients(bindingStore);
    private final Forgetting forgetting;
    public final InMemoryAuditStore auditStore = new InMemoryAuditStore();
    /** What Keycloak was asked to end, in order. */
    public final List<String> done = new ArrayList<>();

    public final InMemorySessions keycloaks = new InMemorySessions(done);

    /** What the facades said, in order. */
    public final List<Event> events = new ArrayList<>();

    public final Map<UserId, Profile> people = new HashMap<>();

    /** Whoever has nothing to sign in with, or is disabled. */
    public final Set<UserId> shutOut = new HashSet<>();

    public final Workspace acme = workspaceStore.add("acme", realm);
    public final Workspace beta = workspaceStore.add("beta", realm);
    public final Catalogues catalogues = new Catalogues(catalogueStore, new Catalogues.Loaded());
    public final InMemoryNode memory = new InMemoryNode();
    public final InMemoryAccessStore accessStore;
    public final EffectiveAccess access;
    public final StandingAdmins admins;
    public final Guard guard;
    public final Plans plans;
    public final Roles roles;
    public final Settings settings;
    public final Members members;
    public final TeammateSessions sessions;
    public final Teams teams;
    public final Projects projects;
    public final Grants grants;
    public final Overrides overrides;
    public final Bindings bindings;
    /** The time of day, for whatever asks. */
    public Instant now = Instant.parse("2026-01-01T00:00:00Z");

    public final AuditLog audit;

    /** What Keycloak would tell of the present request. */
    public Origin origin = Origin.NONE;

    private final Recorder recorder;
    public final InMemoryOrphanStore orphanStore = new InMemoryOrphanStore(workspaceStore, memberStore);
    public final Orphans orphans;

    public Play() {
        Clock clock = () -> now;
        forgetting = new Forgetting(memory);
        recorder = new Recorder(auditStore, () -> origin, clock);
        catalogues.seed(realm, "default");
        accessStore = new InMemoryAccessStore(
                workspaceStore,
                memberStore,
                roleStore,
                overrideStore,
                catalogueStore,
                planStore,
                projectStore,
                grantStore,
                granteeTeams);
        Standings standings = new Standings(accessStore, catalogues, clock);
        access = new EffectiveAccess(
                standings, workspaceStore, workspaceStore::isEnabled, memory.access(), memory, clock);
        admins = new StandingAdmins(accessStore, standings, catalogues, user -> !shutOut.contains(user));
        guard = new Guard(standings, workspaceStore, new InMemoryBoundClients(bindingStore, workspaceStore), admins);
        orphans = new Orphans(orphanStore, workspaceStore, admins, guard, this::heard, clock);
        plans = new Plans(planStore, workspaceStore, catalogues, guard, this::heard);
        roles = new Roles(
                roleStore,
                workspaceStore,
                catalogues,
                guard,
                plans,
                this::heard,
                List.of(memberStore, settingStore, grantStore));
        settings = new Settings(settingStore, roles, catalogues, guard, this::heard);
        People known = user -> Optional.ofNullable(people.get(user));
        projects = new Projects(projectStore, workspaceStore, settings, access, guard, this::heard);
        members = new Members(
                memberStore,
                workspaceStore,
                roles,
                settings,
                known,
                keycloaks,
                (workspace, user) -> removed(workspace, user),
                projects,
                List.of(grantStore, overrideStore),
                guard,
                this::heard,
                clock);
        sessions = new TeammateSessions(members, keycloaks, guard, this::heard);
        grants = new Grants(
                grantStore,
                projects,
                memberStore,
                granteeTeams,
                roles,
                known,
                catalogues,
                workspaceStore,
                guard,
                this::heard,
                clock);
        teams = new Teams(teamStore, members, workspaceStore, List.of(grants), guard, this::heard);
        overrides = new Overrides(
                overrideStore,
                members,
                projects,
                workspace -> settings.of(workspace).overrides(),
                catalogues,
                guard,
                this::heard,
                clock);
        bindings = new Bindings(
                bindingStore, clients, new KnownWorkspaces(workspaceStore), catalogues, guard, this::heard);
        audit = new AuditLog(auditStore, guard, plans, roles, known, catalogues);
    }

    /** As Keycloak does it: whoever follows members hears of it at once. */
    private void removed(WorkspaceId workspace, UserId user) {
        done.add("membership of " + user + " in " + workspace);
        members.left(SERVER, realm, workspace, user);
    }

    private void heard(Caller caller, Event event) {
        events.add(event);
        forgetting.publish(caller, event);
        recorder.publish(caller, event);
        orphans.publish(caller, event);
    }

    private Optional<RealmId> realmOf(WorkspaceId workspace) {
        return workspaceStore.withId(workspace).map(Workspace::realm);
    }

    /** Everything that a refused call must leave as it was: tables, the log, and what was said and asked of Keycloak. */
    public Saved saved() {
        return Saved.of(List.of(
                this,
                workspaceStore,
                roleStore,
                memberStore,
                teamStore,
                overrideStore,
                catalogueStore,
                bindingStore,
                settingStore,
                planStore,
                projectStore,
                grantStore,
                keycloaks,
                orphanStore,
                auditStore));
    }

    public ActiveWorkspace activeWorkspace() {
        return new ActiveWorkspace(access);
    }

    /** Somebody who joins the workspace and gets a role. */
    public Caller.Person teammate(Workspace workspace, String name, String role) {
        UserId user = new UserId(name);
        people.putIfAbsent(user, new Profile(name, name, "Sample", name + "@example.com"));
        members.joined(SERVER, realm, workspace.id(), user);
        members.assignRole(SERVER, workspace, user, role, Expected.any());
        return new Caller.Person(name, "app");
    }

    /** A project with this key, open or closed. */
    public void project(Workspace workspace, String key, boolean open) {
        projects.create(SERVER, workspace, key, key);
        projects.edit(SERVER, workspace, key, new ProjectEdit(key, Optional.of(open)), Expected.any());
    }

    public static List<PermissionKey> keys(String... keys) {
        return Stream.of(keys).map(PermissionKey::new).toList();
    }

    /** The call is refused with this code; gives the refusal. */
    public static Problem refused(ProblemCode code, Executable call) {
        Problem problem = Assertions.assertThrows(Problem.class, call);
        Assertions.assertEquals(code, problem.code(), problem.getMessage());
        return problem;
    }
}
