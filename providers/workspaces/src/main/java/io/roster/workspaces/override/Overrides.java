// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import io.roster.access.Catalogue;
import io.roster.access.Effect;
import io.roster.access.Gift;
import io.roster.access.Permission;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.access.Scope;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.member.KnownProjects;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.Until;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is allowed or denied to single teammates on top of their role. Looking and changing needs
 * {@code teammates.manage}; a realm administrator needs to view or manage the organization and the user. Every change
 * holds the workspace's row, raises the teammate's version and shows in the next token.
 */
public final class Overrides implements Lapsing {

    /** Ends of one workspace that one sweep takes; the next one goes on. */
    private static final int SWEPT = 500;

    private final OverrideStore store;
    private final Members members;
    private final KnownProjects projects;
    private final OverrideSwitch allowed;
    private final Catalogues catalogues;
    private final Guard guard;
    private final Events events;
    private final Clock clock;

    public Overrides(
            OverrideStore store,
            Members members,
            KnownProjects projects,
            OverrideSwitch allowed,
            Catalogues catalogues,
            Guard guard,
            Events events,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.projects = projects;
        this.allowed = allowed;
        this.catalogues = catalogues;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A teammate's overrides that count or will count: those of the workspace, then those of projects, by bit.
     *
     * @throws Problem {@code not-found}, {@code forbidden}
     */
    public Page<ListedOverride> list(Caller caller, Workspace workspace, UserId user, PageRequest request) {
        Teammate teammate = members.look(caller, workspace, user);
        Catalogue catalogue = catalogue(workspace.realm());
        List<TeammateOverride> rows = store.page(
                workspace.id(),
                user,
                clock.now(),
                request.max() + 1,
                request.after().map(TeammateOverride.Position::of));
        return Page.cut(rows, request.max(), last -> last.position().cursor())
                .map(row -> new ListedOverride(row, key(catalogue, row), teammate.version()));
    }

    /**
     * Allows or denies a permission. Allowing is giving; denying takes away.
     *
     * @throws Problem {@code not-found}, {@code stale}, {@code validation}; {@code forbidden} where the workspace has
     *     overrides switched off; {@code ceiling} if the teammate carries more than the caller, or the caller doesn't hold
     *     at that place, or not for so long, what they would allow; {@code duplicate}; {@code last-admin}
     */
    public ListedOverride make(
            Caller caller, Workspace workspace, UserId user, OverrideDraft draft, Expected expected) {
        Optional<String> reason = Reason.of(draft.reason());
        members.forChange(caller, workspace, user, expected);
        Instant now = clock.now();
        Permission permission = permission(workspace, draft);
        Until.requireAhead(draft.until(), now);
        requireOn(workspace);
        TeammateOverride made = new TeammateOverride(
                Ids.uuid(),
                user,
                draft.effect(),
                permission.bit(),
                draft.project(),
                reason,
                draft.until(),
                Source.MANUAL,
                caller.actor().map(UserId::new),
                now);
        guard.requireBelowCeiling(
                caller,
                workspace,
                guard.carriedBy(workspace, user),
                made.effect() == Effect.ALLOW ? List.of(gift(made, made.until())) : List.of());
        store.at(workspace.id(), user, made.effect(), made.bit(), made.project())
                .ifPresent(there -> {
                    if (!there.hasEnded(now)) {
                        throw Problem.of(
                                        ProblemCode.DUPLICATE,
                                        "There is one of this kind for " + permission.key()
                                                + " at this place already: change that one, or remove it first.")
                                .with("existing", there.id());
                    }
                    end(new Caller.Server(), workspace.realm(), workspace.id(), there);
                });
        return guard.keepingAnAdmin(caller, workspace, user, () -> {
            store.insert(workspace, made);
            return changed(caller, workspace, permission.key(), Optional.empty(), made);
        });
    }

    /**
     * Writes reason and end of an override anew; what is empty is none. Whoever lengthens an allowance, or shortens a
     * denial, gives.
     *
     * @throws Problem as {@link #make}; {@code ceiling} also for shortening a denial of one's own
     */
    public ListedOverride change(
            Caller caller,
            Workspace workspace,
            UserId user,
            String id,
            Optional<String> newReason,
            Optional<Instant> until,
            Expected expected) {
        Optional<String> reason = Reason.of(newReason);
        Teammate teammate = members.forChange(caller, workspace, user, expected);
        TeammateOverride before = named(workspace, user, id);
        Until.requireAhead(until, clock.now());
        TeammateOverride after = before.with(reason, until);
        PermissionKey permission = key(catalogue(workspace.realm()), before);
        if (after.equals(before)) {
            return new ListedOverride(before, permission, teammate.version());
        }
        boolean lengthens = Until.isLater(until, before.until());
        boolean shortens = Until.isLater(before.until(), until);
        if (lengthens) {
            requireOn(workspace);
        }
        List<Gift> given = new ArrayList<>();
        if (before.effect() == Effect.ALLOW && lengthens) {
            given.add(gift(before, until));
        } else if (before.effect() == Effect.DENY && shortens) {
            requireAnothers(caller, before, permission);
            given.add(gift(before, before.until()));
        }
        guard.requireBelowCeiling(caller, workspace, touched(workspace, before), given);
        return guard.keepingAnAdmin(caller, workspace, user, () -> {
            store.update(workspace.id(), after);
            return changed(caller, workspace, permission, Optional.of(before), after);
        });
    }

    /**
     * Takes an override back. Whoever ends a denial gives, for as long as it would have lasted.
     *
     * @throws Problem {@code not-found}, {@code stale}, {@code last-admin}; {@code ceiling}, also for a denial of one's
     *     own
     */
    public void remove(Caller caller, Workspace workspace, UserId user, String id, Expected expected) {
        members.forChange(caller, workspace, user, expected);
        TeammateOverride override = named(workspace, user, id);
        PermissionKey permission = key(catalogue(workspace.realm()), override);
        List<Gift> given = new ArrayList<>();
        if (override.effect() == Effect.DENY) {
            requireAnothers(caller, override, permission);
            given.add(gift(override, override.until()));
        }
        guard.requireBelowCeiling(caller, workspace, touched(workspace, override), given);
        guard.keepingAnAdmin(caller, workspace, user, () -> take(caller, workspace, permission, override));
    }

    private void take(Caller caller, Workspace workspace, PermissionKey permission, TeammateOverride override) {
        store.delete(workspace.id(), override.id());
        members.touch(workspace.id(), override.user());
        events.publish(
                caller,
                new OverrideChanged(
                        workspace.realm(),
                        workspace.id(),
                        override.user(),
                        permission,
                        Optional.of(override),
                        Optional.empty(),
                        false));
    }

    @Override
    public List<Place> lapsed(int max) {
        return store.lapsed(clock.now(), max);
    }

    @Override
    public void sweep(Caller caller, RealmId realm, WorkspaceId workspace) {
        store.lapsed(workspace, clock.now(), SWEPT).forEach(ended -> end(caller, realm, workspace, ended));
    }

    private void end(Caller caller, RealmId realm, WorkspaceId workspace, TeammateOverride ended) {
        store.delete(workspace, ended.id());
        members.touch(workspace, ended.user());
        events.publish(
                caller,
                new OverrideChanged(
                        realm,
                        workspace,
                        ended.user(),
                        key(catalogue(realm), ended),
                        Optional.of(ended),
                        Optional.empty(),
                        true));
    }

    private ListedOverride changed(
            Caller caller,
            Workspace workspace,
            PermissionKey permission,
            Optional<TeammateOverride> before,
            TeammateOverride after) {
        members.touch(workspace.id(), after.user());
        events.publish(
                caller,
                new OverrideChanged(
                        workspace.realm(),
                        workspace.id(),
                        after.user(),
                        permission,
                        before,
                        Optional.of(after),
                        false));
        return new ListedOverride(after, permission, members.version(workspace.id(), after.user()));
    }

    private Permission permission(Workspace workspace, OverrideDraft draft) {
        Permission permission = catalogue(workspace.realm())
                .find(draft.permission())
                .orElseThrow(() -> Problem.validation(
                        "permission", "'" + draft.permission() + "' is no key of the realm's catalogue"));
        if (draft.effect() == Effect.ALLOW && permission.deprecated()) {
            throw Problem.validation("permission", "is deprecated and can't be newly given");
        }
        draft.project().ifPresent(project -> {
            if (permission.scope() == Scope.ACCOUNT) {
                throw Problem.validation(
                        "project",
                        "is too much: " + permission.key() + " is about the account and counts in no project; leave the"
                                + " project out");
            }
            if (!projects.has(workspace, project)) {
                throw Problem.validation("project", "'" + project + "' is the key of no project of this workspace");
            }
        });
        return permission;
    }

    private void requireOn(Workspace workspace) {
        if (!allowed.isOn(workspace)) {
            throw Problem.of(
                    ProblemCode.FORBIDDEN,
                    "The setting overrides is off in this workspace: those that exist can be shortened and removed, and"
                            + " whoever may change its settings can switch it on.");
        }
    }

    /** Whoever could end what was denied to them would be bound by nothing. */
    private static void requireAnothers(Caller caller, TeammateOverride denial, PermissionKey permission) {
        if (caller instanceof Caller.Person person
                && person.userId().equals(denial.user().value())) {
            throw Problem.lacking(
                    ProblemCode.CEILING,
                    "Nobody ends or shortens a denial of their own: somebody else who may change it has to.",
                    List.of(permission));
        }
    }

    /** Everything that the teammate carries, and what the override itself is about: both are changed. */
    private List<Gift> touched(Workspace workspace, TeammateOverride override) {
        List<Gift> touched = new ArrayList<>(guard.carriedBy(workspace, override.user()));
        touched.add(gift(override, override.until()));
        return touched;
    }

    private TeammateOverride named(Workspace workspace, UserId user, String id) {
        Instant now = clock.now();
        return Optional.of(id)
                .filter(Ids::isPlausible)
                .flatMap(plausible -> store.find(workspace.id(), user, plausible))
                .filter(override -> !override.hasEnded(now))
                .orElseThrow(() -> Problem.notFound("override: {override} is the id that the teammate's list gives"));
    }

    private Catalogue catalogue(RealmId realm) {
        return catalogues.of(realm).permissions();
    }

    private static Gift gift(TeammateOverride override, Optional<Instant> until) {
        return new Gift(override.project(), PermissionSet.of(override.bit()), until);
    }

    private static PermissionKey key(Catalogue catalogue, TeammateOverride override) {
        // a catalogue only grows
        return catalogue.permission(override.bit()).orElseThrow().key();
    }
}
