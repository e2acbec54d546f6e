// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What lets one teammate, by name or through a team, into a project.
 *
 * @param role what the grant gives there besides; empty where it lets the teammate use their workspace role
 * @param until the first moment at which it no longer counts; empty for ever
 */
public record Grant(String project, Optional<PermissionSet> role, Optional<Instant> until) {

    public Grant {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(until, "until");
    }
}
