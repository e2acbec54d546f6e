// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.EffectivePermissions;
import io.roster.access.Holder;
import io.roster.access.PermissionSet;
import io.roster.access.Resolver;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one teammate has in one workspace at one moment.
 *
 * @param workspaceEpoch rises when something changes that teammates of the workspace share
 * @param teammateEpoch rises when something of this teammate changes
 * @param holder what is written about the teammate, whether it counts at the moment or not
 * @param moment the moment for which {@code effective} was resolved
 * @param effective what counts for what they do
 */
public record Standing(
        WorkspaceId workspace,
        String alias,
        UserId user,
        String role,
        long workspaceEpoch,
        long teammateEpoch,
        RealmCatalogue catalogue,
        Holder holder,
        Instant moment,
        EffectivePermissions effective) {

    static Standing of(
            AccessStore.Membership membership, String role, RealmCatalogue catalogue, Holder holder, Instant moment) {
        return new Standing(
                membership.workspace(),
                membership.alias(),
                membership.user(),
                role,
                membership.workspaceEpoch(),
                membership.teammateEpoch(),
                catalogue,
                holder,
                moment,
                resolved(catalogue, holder, moment));
    }

    /** The same at a later moment, when ends may have passed; nothing is read for it. */
    public Standing at(Instant later) {
        boolean stands =
                effective.validUntil().filter(end -> !later.isBefore(end)).isEmpty();
        return stands
                ? this
                : new Standing(
                        workspace,
                        alias,
                        user,
                        role,
                        workspaceEpoch,
                        teammateEpoch,
                        catalogue,
                        holder,
                        later,
                        resolved(catalogue, holder, later));
    }

    /** The same, less what isn't in that other answer: what counts in both, for as long as this one does. */
    public Standing within(EffectivePermissions other) {
        SortedMap<String, PermissionSet> projects = new TreeMap<>();
        effective.projects().forEach((project, permissions) -> {
            if (other.projects().containsKey(project)) {
                projects.put(project, permissions.and(other.in(project)));
            }
        });
        return new Standing(
                workspace,
                alias,
                user,
                role,
                workspaceEpoch,
                teammateEpoch,
                catalogue,
                holder,
                moment,
                new EffectivePermissions(
                        effective.workspace().and(other.workspace()), projects, effective.validUntil()));
    }

    /** What counts for what they may give: the same without the plan's mask. */
    public PermissionSet held() {
        return Resolver.held(catalogue.permissions(), holder, moment);
    }

    private static EffectivePermissions resolved(RealmCatalogue catalogue, Holder holder, Instant moment) {
        return Resolver.resolve(
                catalogue.permissions(), holder, catalogue.permissions().all(), moment);
    }
}
