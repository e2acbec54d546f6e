// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.Locale;

/**
 * Somebody's place in a workspace.
 *
 * @param copied what lists need of the person, as it was last copied from Keycloak
 * @param epoch rises with every change of this teammate and never restarts, also after leaving and coming back
 */
public record Teammate(
        UserId user, RoleRef role, Status status, Source source, Instant joined, Copied copied, long epoch) {

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

    public String version() {
        return Long.toString(epoch);
    }
}
