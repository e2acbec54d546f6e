// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One permission allowed to or denied to one teammate.
 *
 * @param project the only project where it counts; empty for the workspace and all its projects
 * @param until the first moment at which it no longer counts; empty for ever
 */
public record PermissionOverride(Effect effect, int bit, Optional<String> project, Optional<Instant> until) {

    public PermissionOverride {
        Objects.requireNonNull(effect, "effect");
        PermissionSet.checkBit(bit);
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(until, "until");
    }
}
