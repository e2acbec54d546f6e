// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.member.Source;
import io.roster.workspaces.role.RoleRef;
import java.time.Instant;
import java.util.Optional;

/**
 * What lets a team or a teammate into a project.
 *
 * @param role what it gives there besides; empty where it lets them use their workspace role
 * @param until the first moment at which it no longer counts; empty for ever
 * @param madeBy id of whoever made it; empty for the server
 * @param version the number that its last change gave the workspace's counter, or the teammate's
 */
public record WorkspaceGrant(
        String id,
        String project,
        Grantee grantee,
        Optional<RoleRef> role,
        Optional<Instant> until,
        Source source,
        Optional<String> madeBy,
        Instant made,
        long version) {

    WorkspaceGrant changed(Optional<RoleRef> newRole, Optional<Instant> newUntil, long newVersion) {
        return new WorkspaceGrant(id, project, grantee, newRole, newUntil, source, madeBy, made, newVersion);
    }

    /** False from the very moment of the end on. */
    public boolean isLive(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }
}
