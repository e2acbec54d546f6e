// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks;

import io.roster.access.Catalogue;
import io.roster.access.Effect;
import io.roster.access.Grant;
import io.roster.access.Holder;
import io.roster.access.Permission;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionOverride;
import io.roster.access.PermissionSet;
import io.roster.access.Project;
import io.roster.access.Risk;
import io.roster.access.RoleAssignment;
import io.roster.access.Scope;
import io.roster.access.Space;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Catalogues and teammates of a given size; the same size gives the same world in every run. */
final class Worlds {

    /** One permission in so many is about the account, as in the catalogue that Roster starts with. */
    private static final int ACCOUNT = 4;

    private Worlds() {}

    static Catalogue catalogue(int permissions) {
        return Catalogue.of(
                1,
                IntStream.range(0, permissions)
                        .mapToObj(bit -> new Permission(
                                bit,
                                new PermissionKey("things-" + bit + ".use"),
                                "Use things " + bit,
                                Space.SHARED,
                                bit % ACCOUNT == ACCOUNT - 1 ? Scope.ACCOUNT : Scope.PROJECT,
                                Risk.LOW,
                                Optional.empty(),
                                false))
                        .toList());
    }

    /** Half of all permissions, spread over the whole catalogue; half of these are about the account. */
    static PermissionSet half(int permissions) {
        return PermissionSet.of(
                IntStream.range(0, permissions).filter(bit -> bit % 2 == 1).toArray());
    }

    /** A teammate about whom nothing is written but a role. Every project is open, so each is in the answer. */
    static Holder plain(int permissions, int projects) {
        return new Holder(
                true,
                RoleAssignment.lasting(half(permissions)),
                List.of(),
                List.of(),
                IntStream.range(0, projects)
                        .mapToObj(i -> new Project(name(i), true, false))
                        .toList());
    }

    /**
     * Overrides and grants go round the projects, of which every second one is closed. Half of the overrides are for a
     * project, a third of them deny; a third of the grants let in with the workspace role.
     */
    static Holder busy(int permissions, int overrides, int grants, int projects) {
        return new Holder(
                true,
                RoleAssignment.lasting(half(permissions)),
                IntStream.range(0, overrides)
                        .mapToObj(i -> override(i, permissions, projects))
                        .toList(),
                IntStream.range(0, grants)
                        .mapToObj(i -> grant(i, permissions, projects))
                        .toList(),
                IntStream.range(0, projects)
                        .mapToObj(i -> new Project(name(i), i % 2 == 0, false))
                        .toList());
    }

    private static PermissionOverride override(int i, int permissions, int projects) {
        return new PermissionOverride(
                i % 3 == 0 ? Effect.DENY : Effect.ALLOW,
                i * 7 % permissions,
                i % 2 == 0 ? Optional.empty() : Optional.of(name(i / 2 % projects)),
                Optional.empty());
    }

    private static Grant grant(int i, int permissions, int projects) {
        Optional<PermissionSet> role = i % 3 == 0 ? Optional.empty() : Optional.of(role(i, permissions));
        return new Grant(name(i % projects), role, Optional.empty());
    }

    private static PermissionSet role(int i, int permissions) {
        return PermissionSet.of(i % permissions, i * 5 % permissions, i * 11 % permissions);
    }

    private static String name(int i) {
        return i == 0 ? Project.MAIN : "project-" + i;
    }
}
