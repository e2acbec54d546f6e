// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Described;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The role that a teammate was given and, where it has an end, the one that follows.
 *
 * @param until the first moment at which the next role counts instead; empty for ever
 * @param next there where the role has an end, and there alone
 */
public record Assigned(RoleRef role, Optional<Instant> until, Optional<RoleRef> next) {

    public Assigned {
        if (until.isPresent() != next.isPresent()) {
            throw new IllegalArgumentException("A role with an end needs one that follows, and no other does");
        }
    }

    public static Assigned lasting(RoleRef role) {
        return new Assigned(role, Optional.empty(), Optional.empty());
    }

    public boolean hasEnded(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** What counts at this moment: once the role has ended, the next one for ever. */
    Assigned at(Instant now) {
        return hasEnded(now) ? lasting(next.orElseThrow()) : this;
    }

    /** For the log. */
    Map<String, Object> state() {
        return Described.state("role", role.key(), "until", until, "next", next.map(RoleRef::key));
    }
}
