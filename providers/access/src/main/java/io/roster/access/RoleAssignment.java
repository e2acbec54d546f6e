// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The workspace role of a teammate and, where it has an end, the role that follows.
 *
 * @param until the first moment at which the successor counts instead; empty for ever
 * @param successor what the following role has; never looked at where there is no end
 */
public record RoleAssignment(PermissionSet permissions, Optional<Instant> until, PermissionSet successor) {

    public RoleAssignment {
        Objects.requireNonNull(permissions, "permissions");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(successor, "successor");
    }

    public static RoleAssignment lasting(PermissionSet permissions) {
        return new RoleAssignment(permissions, Optional.empty(), PermissionSet.EMPTY);
    }

    /** What the role gives at this moment: exactly one of the two roles, with no moment between them or in both. */
    public PermissionSet at(Instant now) {
        return hasEnded(now) ? successor : permissions;
    }

    /** Whether the successor counts at this moment. */
    public boolean hasEnded(Instant now) {
        return !Moments.isAhead(until, now);
    }
}
