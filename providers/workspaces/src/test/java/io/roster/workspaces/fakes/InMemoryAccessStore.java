// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.access.Effect;
import io.roster.access.PermissionOverride;
import io.roster.access.Project;
import io.roster.workspaces.access.AccessStore;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.permission.CatalogueStore;
import io.roster.workspaces.plan.Plan;
import io.roster.workspaces.plan.PlanStore;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.role.PresetEdit;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The engine's reading, put together from the other stores in memory. */
public final class InMemoryAccessStore implements AccessStore {

    private final InMemoryWorkspaceStore workspaces;
    private final InMemoryMemberStore members;
    private final InMemoryRoleStore roles;
    private final InMemoryOverrideStore overrides;
    private final CatalogueStore catalogues;
    private final InMemoryPlanStore plans;
    private final InMemoryProjectStore projects;
    private final InMemoryGrantStore grants;
    private final InMemoryGranteeTeams teams;
    private int reads;

    InMemoryAccessStore(
            InMemoryWorkspaceStore workspaces,
            InMemoryMemberStore members,
            InMemoryRoleStore roles,
            InMemoryOverrideStore overrides,
            CatalogueStore catalogues,
            InMemoryPlanStore plans,
            InMemoryProjectStore projects,
            InMemoryGrantStore grants,
            InMemoryGranteeTeams teams) {
        this.workspaces = workspaces;
        this.members = members;
        this.roles = roles;
        this.overrides = overrides;
        this.catalogues = catalogues;
        this.plans = plans;
        this.projects = projects;
        this.grants = grants;
        this.teams = teams;
    }

    @Override
    public Optional<Membership> find(WorkspaceId id, UserId user) {
        reads++;
        return membership(id, user);
    }

    private Optional<Membership> membership(WorkspaceId id, UserId user) {
        return workspaces
                .withId(id)
                .flatMap(workspace -> members.find(id, user).map(teammate -> membership(workspace, teammate)));
    }

    /** How often somebody was read. */
    public int reads() {
        return reads;
    }

    @Override
    public List<Membership> memberships(RealmId realm, UserId user, int max) {
        reads++;
        return members.workspaces(user).stream()
                .flatMap(workspace -> membership(workspace, user).stream())
                .filter(Membership::active)
                .limit(max)
                .toList();
    }

    @Override
    public List<Membership> enabledMemberships(RealmId realm, UserId user, int max) {
        return memberships(realm, user, Integer.MAX_VALUE).stream()
                .filter(Membership::enabled)
                .limit(max)
                .toList();
    }

    @Override
    public List<WorkspaceId> suspendedWorkspaces(RealmId realm, UserId user) {
        reads++;
        return members.workspaces(user).stream()
                .filter(workspace -> members.find(workspace, user).orElseThrow().status() == Teammate.Status.SUSPENDED)
                .toList();
    }

    @Override
    public Optional<Written> written(WorkspaceId id, UserId user) {
        reads++;
        List<PermissionOverride> written = overrides.of(id, user).stream()
                .map(override ->
                        new PermissionOverride(override.effect(), override.bit(), override.project(), override.until()))
                .toList();
        List<WrittenGrant> granted = grants.of(id, grant -> reaches(grant.grantee(), id, user))
                .map(grant -> written(id, grant))
                .toList();
        return membership(id, user)
                .map(membership ->
                        new Written(membership.counters(), membership.revision(), membership.plan(), written, granted));
    }

    @Override
    public WrittenThere writtenIn(WorkspaceId id, String project) {
        return new WrittenThere(
                grants.of(
                                id,
                                grant -> grant.project().equals(project)
                                        && grant.role().isPresent())
                        .map(grant -> written(id, grant))
                        .toList(),
                overrides
                        .in(id)
                        .filter(override -> override.effect() == Effect.ALLOW
                                && override.project().equals(Optional.of(project)))
                        .map(override -> new PermissionOverride(
                                override.effect(), override.bit(), override.project(), override.until()))
                        .toList());
    }

    @Override
    public List<WrittenRole> roles(WorkspaceId id) {
        List<WrittenRole> written = new ArrayList<>();
        roles.page(id, Integer.MAX_VALUE, Optional.empty(), Optional.empty())
                .forEach(role -> written.add(role(id, new RoleRef.OfCustom(role.id()))));
        roles.edits(id).forEach(edit -> written.add(role(id, new RoleRef.OfPreset(edit.preset()))));
        return written;
    }

    @Override
    public List<UserId> assigned(WorkspaceId id, Collection<String> keys, Optional<UserId> after, int max) {
        return active(id, after, max, teammate -> keys.contains(teammate.role().key()));
    }

    @Override
    public List<UserId> carrying(WorkspaceId id, List<Carriers> each, Optional<UserId> after, int max) {
        return active(
                id,
                after,
                max,
                teammate -> each.stream()
                        .allMatch(carriers ->
                                carriers.roles().contains(teammate.role().key())
                                        || teammate.assigned()
                                                .next()
                                                .filter(next -> carriers.roles().contains(next.key()))
                                                .isPresent()
                                        || overrides.of(id, teammate.user()).stream()
                                                .anyMatch(override -> override.effect() == Effect.ALLOW
                                                        && override.project().isEmpty()
                                                        && override.bit() == carriers.bit())));
    }

    private List<UserId> active(WorkspaceId id, Optional<UserId> after, int max, Predicate<Teammate> which) {
        return members.in(id)
                .filter(teammate -> teammate.status() == Teammate.Status.ACTIVE)
                .filter(which)
                .map(Teammate::user)
                .sorted(Comparator.comparing(UserId::value))
                .filter(user -> user.value().compareTo(after.map(UserId::value).orElse("")) > 0)
                .limit(max)
                .toList();
    }

    @Override
    public List<Project> projects(WorkspaceId workspace) {
        reads++;
        return projects.all(workspace).stream()
                .map(project -> new Project(project.key(), project.open(), project.archived()))
                .toList();
    }

    private boolean reaches(Grantee grantee, WorkspaceId id, UserId user) {
        return grantee.teammate().equals(Optional.of(user))
                || grantee.team().filter(teams.of(id, user)::contains).isPresent();
    }

    private WrittenGrant written(WorkspaceId id, WorkspaceGrant grant) {
        return new WrittenGrant(grant.project(), grant.role().map(role -> role(id, role)), grant.until());
    }

    private Counters counters(WorkspaceId id, Teammate teammate) {
        long ofPlans = workspaces
                .withId(id)
                .map(workspace -> plans.counter(workspace.realm()))
                .orElse(0L);
        return new Counters(workspaces.epoch(id) + ofPlans, teammate.epoch());
    }

    private Membership membership(Workspace workspace, Teammate teammate) {
        return new Membership(
                workspace.id(),
                workspace.alias(),
                teammate.user(),
                workspace.enabled(),
                teammate.status() == Teammate.Status.ACTIVE,
                role(workspace.id(), teammate.role()),
                teammate.assigned().until(),
                teammate.assigned().next().map(next -> role(workspace.id(), next)),
                plan(workspace),
                teammate.start(),
                counters(workspace.id(), teammate),
                catalogues.revision(workspace.realm()).orElseThrow());
    }

    private Optional<Entitlements> plan(Workspace workspace) {
        PlanStore.Assigned assigned = plans.assigned(workspace.realm(), workspace.id());
        return assigned.own()
                .or(assigned::usual)
                .filter(key -> !key.equals(Entitlements.EVERYTHING))
                .map(key -> assigned.plan().map(Plan::entitlements).orElse(Entitlements.stored(null)));
    }

    private WrittenRole role(WorkspaceId workspace, RoleRef role) {
        Optional<PresetEdit> edit = roles.edits(workspace).stream()
                .filter(known -> known.preset().equals(role.key()))
                .findFirst();
        return new WrittenRole(
                role.key(),
                role.preset().isPresent(),
                role.roleId()
                        .flatMap(id -> roles.find(workspace, id))
                        .map(CustomRole::permissions)
                        .map(permissions -> permissions.encode())
                        .orElse(null),
                edit.map(known -> known.added().encode()).orElse(null),
                edit.map(known -> known.removed().encode()).orElse(null));
    }
}
