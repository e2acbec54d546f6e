// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.Gift;
import io.roster.access.Grant;
import io.roster.access.Holder;
import io.roster.access.PermissionSet;
import io.roster.access.Project;
import io.roster.access.Resolver;
import io.roster.access.RoleAssignment;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What teammates have, read from the database in the transaction of whoever asks: what the guard decides by. */
public final class Standings {

    private static final Project MAIN = new Project(Project.MAIN, true, false);

    /** How often it is read again, because something changed while it was read, before that is a failure. */
    private static final int READINGS = 5;

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
        return in(realm, workspace, user, Optional.empty(), this::projects);
    }

    /** The same with a membership that was just read, if it was, and projects that somebody remembers. */
    Optional<Standing> in(
            RealmId realm,
            WorkspaceId workspace,
            UserId user,
            Optional<AccessStore.Membership> justRead,
            Function<WorkspaceId, List<Project>> projects) {
        return read(realm, workspace, user, justRead, projects)
                .filter(standing -> standing.holder().active());
    }

    /** What is written about this teammate, also while they are suspended or the workspace is disabled. */
    public Optional<Standing> asWritten(RealmId realm, WorkspaceId workspace, UserId user) {
        return read(realm, workspace, user, Optional.empty(), this::projects);
    }

    /**
     * What an active teammate holds in the workspace now and at every later moment, if nothing more is written, whether
     * the organization is enabled or not; empty for whoever is none.
     */
    Optional<PermissionSet> heldForGood(RealmId realm, WorkspaceId workspace, UserId user) {
        return store.find(workspace, user)
                .filter(AccessStore.Membership::active)
                .flatMap(active -> read(realm, workspace, user, Optional.of(active), place -> List.of()))
                .map(standing -> {
                    Holder written = standing.holder();
                    Holder active =
                            new Holder(true, written.role(), written.overrides(), List.of(), written.projects());
                    return Resolver.heldForGood(standing.catalogue().permissions(), active, standing.moment());
                });
    }

    /** Everything that is written for this project, archived or not, and hasn't ended: what its grants and allowances give. */
    List<Gift> carriedIn(RealmId realm, WorkspaceId workspace, String project) {
        RealmCatalogue catalogue = catalogues.of(realm);
        Instant now = clock.now();
        AccessStore.WrittenThere written = store.writtenIn(workspace, project);
        Holder everybody = new Holder(
                false,
                RoleAssignment.lasting(PermissionSet.empty()),
                written.allowed(),
                grants(catalogue, written.grants()),
                List.of());
        return Gift.carriedBy(catalogue.permissions(), everybody, now);
    }

    /** Every project of the workspace, the one that each has included. */
    List<Project> projects(WorkspaceId workspace) {
        List<Project> projects = new ArrayList<>(store.projects(workspace));
        if (projects.stream().noneMatch(project -> project.key().equals(Project.MAIN))) {
            projects.add(MAIN);
        }
        return List.copyOf(projects);
    }

    /** This user's active memberships, in disabled workspaces too; at most so many. */
    List<AccessStore.Membership> memberships(RealmId realm, UserId user, int max) {
        return store.memberships(realm, user, max);
    }

    /** The same without those of workspaces that are disabled. */
    List<AccessStore.Membership> enabledMemberships(RealmId realm, UserId user, int max) {
        return store.enabledMemberships(realm, user, max);
    }

    /** The workspaces in which this user is suspended, disabled ones too. */
    List<WorkspaceId> suspendedWorkspaces(RealmId realm, UserId user) {
        return store.suspendedWorkspaces(realm, user);
    }

    /** Two statements see two moments: if something changed between, it is read again. */
    private Optional<Standing> read(
            RealmId realm,
            WorkspaceId workspace,
            UserId user,
            Optional<AccessStore.Membership> justRead,
            Function<WorkspaceId, List<Project>> projects) {
        Optional<AccessStore.Membership> membership = justRead.or(() -> store.find(workspace, user));
        for (int reading = 0; reading < READINGS && membership.isPresent(); reading++) {
            Optional<AccessStore.Written> written = store.written(workspace, user);
            if (written.isPresent() && written.get().isOf(membership.get())) {
                return Optional.of(standing(realm, membership.get(), written.get(), projects.apply(workspace)));
            }
            membership = store.find(workspace, user);
        }
        if (membership.isPresent()) {
            throw new IllegalStateException(
                    "What " + user + " has in " + workspace + " changes faster than it can be read");
        }
        return Optional.empty();
    }

    private Standing standing(
            RealmId realm, AccessStore.Membership membership, AccessStore.Written written, List<Project> projects) {
        RealmCatalogue catalogue = catalogues.at(realm, membership.revision());
        RoleAssignment role = new RoleAssignment(
                permissions(catalogue, membership.role()),
                membership.until(),
                membership.next().map(next -> permissions(catalogue, next)).orElse(PermissionSet.empty()));
        Holder holder = new Holder(
                membership.enabled() && membership.active(),
                role,
                written.overrides(),
                grants(catalogue, written.grants()),
                projects);
        return Standing.of(membership, catalogue, holder, clock.now());
    }

    private static List<Grant> grants(RealmCatalogue catalogue, List<AccessStore.WrittenGrant> written) {
        return written.stream()
                .map(grant -> new Grant(
                        grant.project(), grant.role().map(given -> permissions(catalogue, given)), grant.until()))
                .toList();
    }

    static PermissionSet permissions(RealmCatalogue catalogue, AccessStore.WrittenRole role) {
        if (!role.preset()) {
            return PermissionSet.decode(role.permissions() == null ? "" : role.permissions());
        }
        // a preset that the realm's pack doesn't have gives nothing
        return catalogue
                .preset(role.key())
                .map(preset -> role.added() == null
                        ? preset.permissions()
                        : preset.edited(PermissionSet.decode(role.added()), PermissionSet.decode(role.removed())))
                .orElse(PermissionSet.empty());
    }
}
