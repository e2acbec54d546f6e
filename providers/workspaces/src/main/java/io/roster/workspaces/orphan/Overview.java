// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/**
 * A workspace, and whether somebody of its own can run it.
 *
 * @param hadAdmin whether it ever had a standing admin
 * @param orphaned since when it has none any more
 */
public record Overview(Workspace workspace, boolean hadAdmin, Optional<Instant> orphaned) {

    /** Whether somebody can run a workspace. */
    public enum Administration {
        /** Nobody was named yet. */
        UNASSIGNED("unassigned"),
        STANDING("standing"),
        ORPHANED("orphaned");

        private final String key;

        Administration(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    public Administration administration() {
        if (orphaned.isPresent()) {
            return Administration.ORPHANED;
        }
        return hadAdmin ? Administration.STANDING : Administration.UNASSIGNED;
    }
}
