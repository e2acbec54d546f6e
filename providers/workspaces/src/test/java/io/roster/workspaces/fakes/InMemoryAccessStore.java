// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.access.AccessStore;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.permission.CatalogueStore;
import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.role.PresetEdit;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** The engine's reading, put together from the other stores in memory. */
public final class InMemoryAccessStore implements AccessStore {

    private final InMemoryWorkspaceStore workspaces;
    private final InMemoryMemberStore members;
    private final InMemoryRoleStore roles;
    private final CatalogueStore catalogues;
    private int reads;

    InMemoryAccessStore(
            InMemoryWorkspaceStore workspaces,
            InMemoryMemberStore members,
            InMemoryRoleStore roles,
            CatalogueStore catalogues) {
        this.workspaces = workspaces;
        this.members = members;
        this.roles = roles;
        this.catalogues = catalogues;
    }

    @Override
    public Optional<Membership> find(WorkspaceId id, UserId user) {
        reads++;
        return workspaces
                .withId(id)
                .flatMap(workspace -> members.find(id, user).map(teammate -> membership(workspace, teammate)));
    }

    /** How often somebody was read. */
    public int reads() {
        return reads;
    }

    @Override
    public List<WorkspaceId> workspaces(RealmId realm, UserId user, int max) {
        reads++;
        return members.workspaces(user).stream()
                .filter(workspace -> members.find(workspace, user).orElseThrow().status() == Teammate.Status.ACTIVE)
                .limit(max)
                .toList();
    }

    @Override
    public List<Membership> active(RealmId realm, UserId user, int max) {
        return members.workspaces(user).stream()
                .flatMap(workspace -> find(workspace, user).stream())
                .filter(membership -> membership.active() && membership.enabled())
                .limit(max)
                .toList();
    }

    private Membership membership(Workspace workspace, Teammate teammate) {
        Optional<PresetEdit> edit = roles.edits(workspace.id()).stream()
                .filter(known -> known.preset().equals(teammate.role().key()))
                .findFirst();
        return new Membership(
                workspace.id(),
                workspace.alias(),
                teammate.user(),
                workspace.enabled(),
                teammate.status() == Teammate.Status.ACTIVE,
                teammate.role().preset(),
                teammate.role().roleId(),
                teammate.role()
                        .roleId()
                        .flatMap(role -> roles.find(workspace.id(), role))
                        .map(CustomRole::permissions)
                        .map(permissions -> permissions.encode())
                        .orElse(null),
                edit.map(known -> known.added().encode()).orElse(null),
                edit.map(known -> known.removed().encode()).orElse(null),
                workspaces.epoch(workspace.id()),
                teammate.epoch(),
                catalogues.revision(workspace.realm()).orElseThrow());
    }
}
