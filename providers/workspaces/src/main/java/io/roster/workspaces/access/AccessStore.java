// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Reads everything that is written about a teammate's access, in one statement. */
public interface AccessStore {

    /**
     * One membership as written.
     *
     * @param enabled whether the organization is enabled
     * @param active whether the membership is active
     * @param preset the preset that is the teammate's role, or empty for a custom one
     * @param roleId the custom role, or empty for a preset
     * @param permissions bits of the custom role
     * @param added bits that the workspace added to the preset
     * @param removed bits that the workspace removed from the preset
     * @param revision revision of the realm's catalogue
     */
    record Membership(
            WorkspaceId workspace,
            String alias,
            UserId user,
            boolean enabled,
            boolean active,
            Optional<String> preset,
            Optional<String> roleId,
            String permissions,
            String added,
            String removed,
            long workspaceEpoch,
            long teammateEpoch,
            String revision) {}

    Optional<Membership> find(WorkspaceId workspace, UserId user);

    /** Active memberships in enabled workspaces, at most so many. */
    List<Membership> active(RealmId realm, UserId user, int max);

    /** The workspaces with active memberships, enabled or not, at most so many. */
    List<WorkspaceId> workspaces(RealmId realm, UserId user, int max);
}
