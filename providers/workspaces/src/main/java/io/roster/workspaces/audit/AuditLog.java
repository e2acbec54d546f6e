// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.access.Keys;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.member.People;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who changed whose access, newest first. It is written whatever the plan of a workspace is. Reading its entries needs
 * {@code teammates.manage} and a plan with {@code audit-log}; a realm
 * administrator needs to view the organization, and to view the realm for what is the realm's. Nothing is written here:
 * {@link Recorder} does that.
 */
public final class AuditLog {

    private final AuditStore store;
    private final Guard guard;
    private final Plans plans;
    private final Roles roles;
    private final People people;
    private final Catalogues catalogues;

    public AuditLog(AuditStore store, Guard guard, Plans plans, Roles roles, People people, Catalogues catalogues) {
        this.store = store;
        this.guard = guard;
        this.plans = plans;
        this.roles = roles;
        this.people = people;
        this.catalogues = catalogues;
    }

    /**
     * The entries of a workspace, with names as they are now.
     *
     * @throws Problem {@code not-found} for an outsider, {@code forbidden} without the permission;
     *     {@code plan-required} for the workspace's people where its plan lacks {@code audit-log}
     */
    public Page<ListedEntry> list(Caller caller, Workspace workspace, PageRequest request) {
        guard.requireLooks(caller, workspace, Keys.TEAMMATES_MANAGE);
        if (!(caller instanceof Caller.Administrator)) {
            plans.require(caller, workspace, Entitlements.AUDIT_LOG);
        }
        Page<Recorded> page = cut(store.page(workspace.id(), request.max() + 1, below(request)), request);
        Map<String, String> names = roles.names(
                workspace,
                page.items().stream()
                        .map(recorded -> recorded.entry().subject())
                        .filter(subject -> subject.is(Subject.ROLE))
                        .<RoleRef>map(subject -> new RoleRef.OfCustom(subject.id()))
                        .toList());
        return page.map(view(caller, workspace.realm(), names)::of);
    }

    /**
     * The entries of a realm that are no workspace's.
     *
     * @throws Problem {@code forbidden}
     */
    public Page<ListedEntry> list(Caller caller, RealmId realm, PageRequest request) {
        guard.requireViewsRealm(caller);
        Page<Recorded> page = cut(store.page(realm, request.max() + 1, below(request)), request);
        return page.map(view(caller, realm, Map.of())::of);
    }

    private View view(Caller caller, RealmId realm, Map<String, String> roleNames) {
        return new View(caller, guard, people, roleNames, catalogues.find(realm).map(RealmCatalogue::permissions));
    }

    private static OptionalLong below(PageRequest request) {
        Optional<Cursor> after = request.after();
        return after.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(after.get().number());
    }

    private static Page<Recorded> cut(List<Recorded> rows, PageRequest request) {
        return Page.cut(rows, request.max(), last -> Cursor.of(Long.toString(last.id())));
    }
}
