// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.Keys;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.access.AccessStore.Carriers;
import io.roster.workspaces.access.AccessStore.WrittenRole;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who can run a workspace, today and from now on: an active teammate who holds {@code teammates.manage} and
 * {@code security-settings.manage} without an end (denials count, the plan doesn't), whose user is enabled and can sign
 * in. A workspace whose organization is disabled for a while keeps those whom it has.
 */
public final class StandingAdmins {

    private static final List<PermissionKey> NEEDED = List.of(Keys.TEAMMATES_MANAGE, Keys.SECURITY_SETTINGS_MANAGE);

    private static final int PAGE = 50;

    private final AccessStore store;
    private final Standings standings;
    private final Catalogues catalogues;
    private final SignInMeans means;

    public StandingAdmins(AccessStore store, Standings standings, Catalogues catalogues, SignInMeans means) {
        this.store = store;
        this.standings = standings;
        this.catalogues = catalogues;
        this.means = means;
    }

    /** Whether this teammate is one. */
    public boolean isOne(RealmId realm, WorkspaceId workspace, UserId user) {
        return holdsWhatItTakes(realm, workspace, user) && means.canSignIn(user);
    }

    /** Whether this teammate is one as soon as they can sign in. */
    public boolean holdsWhatItTakes(RealmId realm, WorkspaceId workspace, UserId user) {
        Optional<PermissionSet> needed = needed(catalogues.of(realm));
        return needed.isPresent()
                && standings
                        .heldForGood(realm, workspace, user)
                        .filter(held -> needed.get().minus(held).isEmpty())
                        .isPresent();
    }

    /**
     * Whether the workspace has one. Whoever has a role with all that it takes is looked at first, by the index of roles;
     * only where none of them is one is everybody else, to whom something is allowed or will be given.
     */
    public boolean anyIn(RealmId realm, WorkspaceId workspace) {
        RealmCatalogue catalogue = catalogues.of(realm);
        if (needed(catalogue).isEmpty()) {
            return false;
        }
        Map<String, PermissionSet> roles = roles(catalogue, workspace);
        List<Carriers> each = NEEDED.stream()
                .map(key -> catalogue.permissions().find(key).orElseThrow().bit())
                .map(bit -> new Carriers(with(roles, PermissionSet.of(bit)), bit))
                .toList();
        Collection<String> withAll = with(roles, needed(catalogue).orElseThrow());
        return anyOf(realm, workspace, after -> store.assigned(workspace, withAll, after, PAGE))
                || anyOf(realm, workspace, after -> store.carrying(workspace, each, after, PAGE));
    }

    private boolean anyOf(RealmId realm, WorkspaceId workspace, Function<Optional<UserId>, List<UserId>> pages) {
        Optional<UserId> after = Optional.empty();
        while (true) {
            List<UserId> page = pages.apply(after);
            if (page.stream().anyMatch(user -> isOne(realm, workspace, user))) {
                return true;
            }
            if (page.size() < PAGE) {
                return false;
            }
            after = Optional.of(page.get(page.size() - 1));
        }
    }

    private Map<String, PermissionSet> roles(RealmCatalogue catalogue, WorkspaceId workspace) {
        Map<String, PermissionSet> roles = new TreeMap<>();
        catalogue.presets().forEach(preset -> roles.put(preset.key(), preset.permissions()));
        for (WrittenRole role : store.roles(workspace)) {
            roles.put(role.key(), Standings.permissions(catalogue, role));
        }
        return roles;
    }

    private static Collection<String> with(Map<String, PermissionSet> roles, PermissionSet needed) {
        List<String> keys = new ArrayList<>();
        roles.forEach((key, permissions) -> {
            if (needed.minus(permissions).isEmpty()) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** Empty in a realm whose catalogue doesn't have these permissions: there nobody can be one. */
    private static Optional<PermissionSet> needed(RealmCatalogue catalogue) {
        PermissionSet needed = PermissionSet.empty();
        for (PermissionKey key : NEEDED) {
            var permission = catalogue.permissions().find(key);
            if (permission.isEmpty()) {
                return Optional.empty();
            }
            needed = needed.with(permission.get().bit());
        }
        return Optional.of(needed);
    }
}
