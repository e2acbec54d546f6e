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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one teammate has in one workspace at one moment.
 *
 * @param roles the key of the role as it is assigned, and of the one that follows it
 * @param start where they start, as far as somebody has said so
 * @param counters the workspace's, which rises when something changes that its teammates share, and the teammate's own
 * @param plan what the workspace's plan unlocks, or empty for everything
 * @param holder what is written about the teammate, whether it counts at the moment or not
 * @param moment the moment for which {@code effective} was resolved
 * @param effective what counts for what they do
 */
public record Standing(
        WorkspaceId workspace,
        String alias,
        UserId user,
        Roles roles,
        Optional<Start> start,
        AccessStore.Counters counters,
        RealmCatalogue catalogue,
        Optional<Entitlements> plan,
        Holder holder,
        Instant moment,
        EffectivePermissions effective) {

    /** Keys of the role that is assigned and, where that has an end, of the one that follows. */
    public record Roles(String assigned, Optional<String> next) {}

    static Standing of(AccessStore.Membership membership, RealmCatalogue catalogue, Holder holder, Instant moment) {
        return new Standing(
                membership.workspace(),
                membership.alias(),
                membership.user(),
                new Roles(membership.role().key(), membership.next().map(AccessStore.WrittenRole::key)),
                membership.start(),
                membership.counters(),
                catalogue,
                membership.plan(),
                holder,
                moment,
                resolved(catalogue, membership.plan(), holder, moment));
    }

    /** The key of the role that counts at the moment. */
    public String role() {
        return holder.role().hasEnded(moment) ? roles.next().orElseThrow() : roles.assigned();
    }

    /** Where they start: where somebody has said, if they can open that, else where everybody does. */
    public Start startsIn() {
        return start.filter(place -> effective.projects().containsKey(place.project()))
                .orElse(Start.USUAL);
    }

    /** The same at a later moment, when ends may have passed; nothing is read for it. */
    public Standing at(Instant later) {
        boolean stands =
                effective.validUntil().filter(end -> !later.isBefore(end)).isEmpty();
        return stands ? this : with(later, resolved(catalogue, plan, holder, later));
    }

    /** The same, less what isn't in that other answer: what counts in both, for as long as this one does. */
    public Standing within(EffectivePermissions other) {
        SortedMap<String, PermissionSet> projects = new TreeMap<>();
        effective.projects().forEach((project, permissions) -> {
            if (other.projects().containsKey(project)) {
                projects.put(project, permissions.and(other.in(project)));
            }
        });
        return with(
                moment,
                new EffectivePermissions(
                        effective.workspace().and(other.workspace()), projects, effective.validUntil()));
    }

    private Standing with(Instant at, EffectivePermissions counting) {
        return new Standing(workspace, alias, user, roles, start, counters, catalogue, plan, holder, at, counting);
    }

    private static EffectivePermissions resolved(
            RealmCatalogue catalogue, Optional<Entitlements> plan, Holder holder, Instant moment) {
        PermissionSet unlocked = plan.map(
                        entitlements -> catalogue.permissions().unlocked(entitlements.names()))
                .orElse(catalogue.permissions().all());
        return Resolver.resolve(catalogue.permissions(), holder, unlocked, moment);
    }
}
