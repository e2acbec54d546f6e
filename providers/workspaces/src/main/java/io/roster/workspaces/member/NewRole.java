// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import java.time.Instant;
import java.util.Optional;

/**
 * The role that somebody shall get.
 *
 * @param until when it ends; empty for ever
 * @param then key of the role that follows; where a role with an end doesn't say, it is the one of whoever joins
 */
public record NewRole(String key, Optional<Instant> until, Optional<String> then) {

    public static NewRole lasting(String key) {
        return new NewRole(key, Optional.empty(), Optional.empty());
    }
}
