// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody's place in a workspace.
 *
 * @param start where they start, if somebody has said so
 * @param copied what lists need of the person, as it was last copied from Keycloak
 * @param epoch rises with every change of this teammate and never restarts, also after leaving and coming back
 */
public record Teammate(
        UserId user,
        Assigned assigned,
        Status status,
        Source source,
        Instant joined,
        Optional<Start> start,
        Copied copied,
        long epoch) {

    /** Whether the teammate has anything at all. */
    public enum Status {
        ACTIVE,
        SUSPENDED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Somebody new: with a role that has no end, starting where everybody does. */
    public Teammate(
            UserId user, RoleRef role, Status status, Source source, Instant joined, Copied copied, long epoch) {
        this(user, Assigned.lasting(role), status, source, joined, Optional.empty(), copied, epoch);
    }

    /** The role that is assigned: of a teammate as they are stored it may have ended. */
    public RoleRef role() {
        return assigned.role();
    }

    /** The teammate with the role that counts at this moment, whether or not the row says so already. */
    public Teammate at(Instant now) {
        return new Teammate(user, assigned.at(now), status, source, joined, start, copied, epoch);
    }

    public String version() {
        return Long.toString(epoch);
    }
}
