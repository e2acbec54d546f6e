// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.Holder;
import io.roster.access.PermissionSet;
import io.roster.access.Project;
import io.roster.access.RoleAssignment;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** What teammates have, read from the database in the transaction of whoever asks: what the guard decides by. */
public final class Standings {

    private static final List<Project> PROJECTS = List.of(new Project(Project.MAIN, true, false));

    private final AccessStore store;
    private final Catalogues catalogues;
    private final Clock clock;

    public Standings(AccessStore store, Catalogues catalogues, Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** What this user has in this workspace: nothing unless an active teammate of it, and it enabled. */
    public Optional<Standing> in(RealmId realm, WorkspaceId workspace, UserId user) {
        return store.find(workspace, user).flatMap(membership -> standing(realm, membership));
    }

    /** What this user has in the only workspace that they are in; empty if they are in none or in several. */
    Optional<Standing> inOnly(RealmId realm, UserId user) {
        List<AccessStore.Membership> found = store.active(realm, user, 2);
        return found.size() == 1 ? standing(realm, found.get(0)) : Optional.empty();
    }

    /** The workspaces of which this user is an active teammate, disabled ones too; at most so many. */
    List<WorkspaceId> workspaces(RealmId realm, UserId user, int max) {
        return store.workspaces(realm, user, max);
    }

    private Optional<Standing> standing(RealmId realm, AccessStore.Membership membership) {
        if (!membership.enabled() || !membership.active()) {
            return Optional.empty();
        }
        RealmCatalogue catalogue = catalogues.at(realm, membership.revision());
        Holder holder = new Holder(
                true, RoleAssignment.lasting(rolePermissions(catalogue, membership)), List.of(), List.of(), PROJECTS);
        String role = membership.roleId().or(membership::preset).orElseThrow();
        return Optional.of(Standing.of(membership, role, catalogue, holder, clock.now()));
    }

    private static PermissionSet rolePermissions(RealmCatalogue catalogue, AccessStore.Membership membership) {
        if (membership.roleId().isPresent()) {
            return PermissionSet.decode(membership.permissions());
        }
        // a preset that the realm's pack doesn't have gives nothing
        return membership
                .preset()
                .flatMap(catalogue::preset)
                .map(preset -> edited(preset, membership))
                .orElse(PermissionSet.empty());
    }

    private static PermissionSet edited(Preset preset, AccessStore.Membership membership) {
        return membership.added() == null
                ? preset.permissions()
                : preset.edited(PermissionSet.decode(membership.added()), PermissionSet.decode(membership.removed()));
    }
}
