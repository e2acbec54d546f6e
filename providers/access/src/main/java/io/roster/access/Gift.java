// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Permissions that are written for one place: what somebody is given there, or what a thing carries that somebody
 * touches. It is what is written, and no smaller because it doesn't count for anybody at the moment.
 *
 * @param project the project; empty for the workspace
 * @param until the first moment at which it no longer counts; empty for ever
 */
public record Gift(Optional<String> project, PermissionSet permissions, Optional<Instant> until) {

    public Gift {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(permissions, "permissions");
        Objects.requireNonNull(until, "until");
    }

    /** What a role or an allowance carries in the workspace. */
    public static Gift inWorkspace(PermissionSet permissions, Optional<Instant> until) {
        return new Gift(Optional.empty(), permissions, until);
    }

    /** What a role carries in a project: what it says about the account compares with the workspace. */
    public static List<Gift> inProject(
            Catalogue catalogue, String project, PermissionSet role, Optional<Instant> until) {
        return List.of(
                new Gift(Optional.of(project), role.minus(catalogue.accountScoped()), until),
                inWorkspace(role.and(catalogue.accountScoped()), until));
    }

    /** Everything that a teammate carries as written, without what has ended. */
    public static List<Gift> carriedBy(Catalogue catalogue, Holder holder, Instant now) {
        List<Gift> carried = new ArrayList<>();
        RoleAssignment role = holder.role();
        if (role.hasEnded(now)) {
            carried.add(inWorkspace(role.successor(), Optional.empty()));
        } else {
            carried.add(inWorkspace(role.permissions(), role.until()));
            role.until().ifPresent(end -> carried.add(inWorkspace(role.successor(), Optional.empty())));
        }
        for (PermissionOverride override : holder.overrides()) {
            if (override.effect() == Effect.ALLOW && Moments.isAhead(override.until(), now)) {
                carried.add(new Gift(override.project(), PermissionSet.of(override.bit()), override.until()));
            }
        }
        for (Grant grant : holder.grants()) {
            if (Moments.isAhead(grant.until(), now)) {
                grant.role()
                        .ifPresent(
                                given -> carried.addAll(inProject(catalogue, grant.project(), given, grant.until())));
            }
        }
        return List.copyOf(carried);
    }
}
