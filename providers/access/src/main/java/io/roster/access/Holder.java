// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.util.List;
import java.util.Objects;

/**
 * Everything that is written about one teammate of one workspace, whether it counts at the moment or not. The order of
 * the lists means nothing.
 *
 * @param active false for whoever has nothing at all: suspended, user or organization disabled, a service account
 * @param overrides only this teammate's own
 * @param grants those that name the teammate or a team of theirs; of projects that aren't listed they count nowhere
 * @param projects every project of the workspace, each once, {@link Project#MAIN} included
 */
public record Holder(
        boolean active,
        RoleAssignment role,
        List<PermissionOverride> overrides,
        List<Grant> grants,
        List<Project> projects) {

    public Holder {
        Objects.requireNonNull(role, "role");
        overrides = List.copyOf(overrides);
        grants = List.copyOf(grants);
        projects = List.copyOf(projects);
    }
}
