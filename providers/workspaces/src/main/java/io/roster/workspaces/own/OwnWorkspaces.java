// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.own;

import io.roster.workspaces.access.Guard;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;

/** Answers people which workspaces they are in. Nobody is told of another's. */
public final class OwnWorkspaces {

    private final OwnWorkspaceStore store;
    private final Catalogues catalogues;
    private final Guard guard;
    private final Clock clock;

    public OwnWorkspaces(OwnWorkspaceStore store, Catalogues catalogues, Guard guard, Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * The caller's workspaces by alias.
     *
     * @throws Problem {@code forbidden} for a service account
     */
    public Page<OwnWorkspace> list(Caller caller, RealmId realm, PageRequest request) {
        UserId user = guard.requirePerson(caller);
        RealmCatalogue catalogue = catalogues.of(realm);
        return Page.cut(
                        store.page(
                                realm,
                                user,
                                request.max() + 1,
                                request.after().map(cursor -> cursor.values().get(0))),
                        request.max(),
                        last -> Cursor.of(last.workspace().alias()))
                .map(membership -> own(membership, catalogue));
    }

    private OwnWorkspace own(OwnWorkspaceStore.Membership membership, RealmCatalogue catalogue) {
        boolean hasEnded =
                membership.until().filter(end -> !clock.now().isBefore(end)).isPresent();
        OwnWorkspaceStore.Named role = hasEnded ? membership.next().orElseThrow() : membership.role();
        String name = role.name()
                .or(() -> catalogue.preset(role.key()).map(Preset::name))
                .orElse(role.key());
        return new OwnWorkspace(membership.workspace(), role.key(), name);
    }
}
