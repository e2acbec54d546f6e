// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.access.Catalogue;
import io.roster.access.Keys;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.access.UnknownPermissionException;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roles of workspaces. Every teammate may look at them; changing them needs {@code teammates.manage} and stays
 * below the ceiling (403 {@code ceiling}); a realm administrator needs to view or manage the organization. Every change
 * holds the workspace's row, so that of two changes that meet, one comes second and sees the first. Making custom roles and
 * editing roles needs a plan with {@code custom-roles} (403 {@code plan-required}); what is there goes on without it, and
 * can be deleted, reset and given.
 */
public final class Roles {

    private final RoleStore store;
    private final WorkspaceStore workspaces;
    private final Catalogues catalogues;
    private final Guard guard;
    private final Plans plans;
    private final Events events;
    private final RoleBook book;
    private final List<RoleUse> uses;

    public Roles(
            RoleStore store,
            WorkspaceStore workspaces,
            Catalogues catalogues,
            Guard guard,
            Plans plans,
            Events events,
            List<RoleUse> uses) {
        this.store = store;
        this.workspaces = workspaces;
        this.catalogues = catalogues;
        this.guard = guard;
        this.plans = plans;
        this.events = events;
        this.book = new RoleBook(store, catalogues);
        this.uses = List.copyOf(uses);
    }

    /** The presets in their order, on the first page, then custom roles by name. */
    public Page<Role> list(Caller caller, Workspace workspace, PageRequest page) {
        guard.requireInside(caller, workspace);
        return book.page(workspace, page);
    }

    /**
     * One role.
     *
     * @throws Problem {@code not-found}, also for a role of another workspace
     */
    public Role get(Caller caller, Workspace workspace, String key) {
        guard.requireInside(caller, workspace);
        return book.named(workspace, key);
    }

    /**
     * Makes a custom role with a key of its own, from the permissions of another role, some added and some removed.
     *
     * @throws Problem {@code validation}, {@code duplicate} for a name that another role has or a preset had,
     *     {@code ceiling}
     */
    public Role create(Caller caller, Workspace workspace, RoleDraft draft) {
        RoleName name = RoleName.of(draft.name());
        String description = Description.of(draft.description());
        guard.requireForChange(caller, workspace, Keys.TEAMMATES_MANAGE);
        plans.require(caller, workspace, Entitlements.CUSTOM_ROLES);
        Catalogue catalogue = catalogues.of(workspace.realm()).permissions();
        if (draft.from() == null || draft.from().isBlank()) {
            throw Problem.validation("from", "is missing: send the key of the role that the new one starts from");
        }
        Role from = book.find(workspace, draft.from()).orElseThrow(() -> unknown("from", draft.from()));
        PermissionSet added = set(catalogue, "add", draft.add());
        PermissionSet permissions = from.permissions().plus(added).minus(set(catalogue, "remove", draft.remove()));
        requireAssignable(catalogue, permissions.minus(from.permissions().minus(catalogue.deprecated())));
        guard.requireBelowCeiling(caller, workspace, PermissionSet.empty(), permissions);
        book.requireFree(workspace, name, null);
        CustomRole role = new CustomRole(
                Ids.key('r'), name, description, from.key(), permissions, workspaces.advance(workspace.id()));
        store.insert(workspace, role);
        Role made = book.role(role);
        events.publish(caller, new RoleCreated(workspace, made));
        return made;
    }

    /**
     * Makes a role what the change says. Of a preset, only what differs from the realm's is kept, so that what the
     * realm's preset is given later arrives, and a preset that doesn't differ any more has no row.
     *
     * @throws Problem {@code not-found}, {@code stale}, {@code validation}, {@code duplicate}, {@code ceiling},
     *     {@code last-admin}; {@code in-use} for hiding a preset that somebody has
     */
    public Role edit(Caller caller, Workspace workspace, String key, RoleChange change, Expected expected) {
        RoleName name = RoleName.of(change.name());
        Optional<String> description = change.description().map(Description::of);
        return change(caller, workspace, key, expected, false, (role, catalogue) -> {
            boolean hidden = change.hidden().orElse(role.hidden());
            if (hidden && !role.isPreset()) {
                throw Problem.validation("hidden", "is for presets: delete a custom role that nobody needs");
            }
            PermissionSet permissions = set(catalogue, "permissions", change.permissions());
            return new Wanted(name, description.orElse(role.description()), permissions, hidden);
        });
    }

    /** Gives a role one permission, or takes it away. Says nothing if it is so already. */
    public Role toggle(
            Caller caller, Workspace workspace, String key, PermissionKey permission, boolean on, Expected expected) {
        return change(caller, workspace, key, expected, false, (role, catalogue) -> {
            int bit = catalogue
                    .find(permission)
                    .orElseThrow(() -> Problem.notFound("permission"))
                    .bit();
            PermissionSet permissions =
                    on ? role.permissions().with(bit) : role.permissions().without(bit);
            return new Wanted(role.name(), role.description(), permissions, role.hidden());
        });
    }

    /**
     * Makes an edited preset the realm's again: name, description, permissions, shown in pickers.
     *
     * @throws Problem {@code validation} for a custom role; otherwise as {@link #edit}
     */
    public Role reset(Caller caller, Workspace workspace, String key, Expected expected) {
        return change(caller, workspace, key, expected, true, (role, catalogue) -> {
            if (!role.isPreset()) {
                throw Problem.validation("role", "is a custom role: only presets can be reset");
            }
            Role original = book.original(workspace, key);
            return new Wanted(original.name(), original.description(), original.permissions(), false);
        });
    }

    /**
     * Deletes a custom role; its key is never used again. Whoever and whatever has it, now or next, gets the replacement,
     * in the same transaction; without one, nobody and nothing may have it. The replacement is a gift to all of them. The
     * holders are not walked: of what else they carry nothing is asked.
     *
     * @param replacement key of the role that takes its place
     * @throws Problem {@code not-found}, {@code stale}, {@code ceiling}, {@code last-admin}; {@code in-use} with
     *     {@code usedBy}; {@code validation} for a preset, or a replacement that isn't another role of the workspace
     */
    public void delete(
            Caller caller, Workspace workspace, String key, Optional<String> replacement, Expected expected) {
        guard.requireForChange(caller, workspace, Keys.TEAMMATES_MANAGE);
        Role role = book.named(workspace, key);
        expected.require(role.version());
        if (role.isPreset()) {
            throw Problem.validation("role", "is a preset, which can't be deleted: reset it, or hide it");
        }
        Optional<Role> successor = replacement.map(other -> replacement(workspace, key, other));
        guard.requireBelowCeiling(
                caller,
                workspace,
                role.permissions(),
                successor.map(Role::permissions).orElse(PermissionSet.empty()));
        // whoever joins takes the default role without the workspace's row: if it has just been this one, that is
        // awaited
        store.hold(workspace.id(), key);
        if (successor.isEmpty()) {
            requireUnused(workspace, role);
        }
        guard.keepingAnAdmin(caller, workspace, () -> delete(caller, workspace, role, successor));
    }

    private RoleDeleted delete(Caller caller, Workspace workspace, Role role, Optional<Role> successor) {
        long version = workspaces.advance(workspace.id());
        Map<String, Long> moved = new LinkedHashMap<>();
        successor.ifPresent(other -> uses.forEach(use -> {
            RoleUse.Users users = use.users(workspace.id(), role.ref());
            if (users.count() > 0) {
                use.replace(workspace.id(), role.ref(), other.ref(), version);
                moved.put(users.kind(), users.count());
            }
        }));
        store.delete(workspace.id(), role.key());
        RoleDeleted deleted = new RoleDeleted(workspace, role, successor, moved);
        events.publish(caller, deleted);
        return deleted;
    }

    private Role replacement(Workspace workspace, String key, String other) {
        if (other.equals(key)) {
            throw Problem.validation("replacement", "is the role itself: send the key of another one");
        }
        return assignable(workspace, "replacement", other);
    }

    /**
     * The role that somebody shall be given.
     *
     * @throws Problem {@code validation} for a key that no role of the workspace has, or a hidden preset
     */
    public Role assignable(Workspace workspace, String key) {
        return assignable(workspace, "role", key);
    }

    /** The same where the request calls it otherwise. */
    public Role assignable(Workspace workspace, String field, String key) {
        if (key == null || key.isBlank()) {
            throw Problem.validation(field, "is missing: send the key of a role of this workspace");
        }
        Role role = book.find(workspace, key).orElseThrow(() -> unknown(field, key));
        if (role.hidden()) {
            throw Problem.validation(field, "is hidden in this workspace: show it again first");
        }
        return role;
    }

    /**
     * Keeps a role from going until the transaction ends, for whoever gives it without holding the workspace's row.
     *
     * @return whether it is still there
     */
    public boolean keep(WorkspaceId workspace, RoleRef ref) {
        return ref.roleId().map(id -> store.keep(workspace, id)).orElse(true);
    }

    /**
     * A role of the workspace, hidden or not, that a question names.
     *
     * @throws Problem {@code validation}
     */
    public void requireKnown(Workspace workspace, String key) {
        if (book.find(workspace, key).isEmpty()) {
            throw unknown("role", key);
        }
    }

    /** The role that somebody has, for features that show it. */
    public Role of(Workspace workspace, RoleRef ref) {
        return book.named(workspace, ref.key());
    }

    /** The names of these roles by key; read with a few statements however many they are. */
    public Map<String, String> names(Workspace workspace, Collection<RoleRef> refs) {
        return book.names(workspace, refs);
    }

    private Role change(
            Caller caller, Workspace workspace, String key, Expected expected, boolean reset, Change change) {
        guard.requireForChange(caller, workspace, Keys.TEAMMATES_MANAGE);
        RealmCatalogue catalogue = catalogues.of(workspace.realm());
        Role role = book.named(workspace, key);
        expected.require(role.version());
        Wanted wanted = change.of(role, catalogue.permissions());
        if (wanted.equals(Wanted.asIs(role))) {
            return role;
        }
        if (!reset) {
            plans.require(caller, workspace, Entitlements.CUSTOM_ROLES);
        }
        PermissionSet added = wanted.permissions().minus(role.permissions());
        requireAssignable(catalogue.permissions(), added);
        guard.requireBelowCeiling(caller, workspace, role.permissions(), added);
        book.requireFree(workspace, wanted.name(), key);
        if (wanted.hidden() && !role.hidden()) {
            requireUnused(workspace, role);
        }
        return guard.keepingAnAdmin(caller, workspace, () -> write(caller, workspace, role, wanted, reset));
    }

    private Role write(Caller caller, Workspace workspace, Role role, Wanted wanted, boolean reset) {
        String key = role.key();
        long version = workspaces.advance(workspace.id());
        if (role.isPreset()) {
            book.saveEdit(workspace, key, wanted, version);
        } else {
            store.update(
                    workspace.id(),
                    new CustomRole(
                            key,
                            wanted.name(),
                            wanted.description(),
                            role.startedFrom().orElse(null),
                            wanted.permissions(),
                            version));
        }
        Role changed = book.named(workspace, key);
        events.publish(caller, new RoleChanged(workspace, role, changed, reset));
        return changed;
    }

    private void requireUnused(Workspace workspace, Role role) {
        List<RoleUse.Users> users = uses.stream()
                .map(use -> use.users(workspace.id(), role.ref()))
                .filter(found -> found.count() > 0)
                .toList();
        if (!users.isEmpty()) {
            String who = String.join(
                    ", ",
                    users.stream().map(use -> use.count() + " " + use.kind()).toList());
            throw Problem.of(
                            ProblemCode.IN_USE,
                            "Used by " + who + ": give them another role first"
                                    + (role.isPreset() ? "." : ", or name the one that replaces it."))
                    .with("usedBy", users);
        }
    }

    private static Problem unknown(String field, String key) {
        return Problem.validation(
                field, "'" + key + "' is the key of no role of this workspace: the list of roles has them");
    }

    private static void requireAssignable(Catalogue catalogue, PermissionSet given) {
        PermissionSet retired = given.and(catalogue.deprecated());
        if (!retired.isEmpty()) {
            throw Problem.validation(
                    "permissions", "are deprecated and can't be newly given: " + catalogue.keys(retired));
        }
    }

    private static PermissionSet set(Catalogue catalogue, String field, Collection<PermissionKey> keys) {
        if (keys == null) {
            throw Problem.validation(field, "is missing: send a list of permission keys");
        }
        try {
            return catalogue.set(keys);
        } catch (UnknownPermissionException e) {
            throw Problem.validation(field, "has keys that the catalogue doesn't have: " + e.keys());
        }
    }

    /** What a role shall be. */
    record Wanted(RoleName name, String description, PermissionSet permissions, boolean hidden) {

        static Wanted asIs(Role role) {
            return new Wanted(role.name(), role.description(), role.permissions(), role.hidden());
        }
    }

    @FunctionalInterface
    private interface Change {
        Wanted of(Role role, Catalogue catalogue);
    }
}
