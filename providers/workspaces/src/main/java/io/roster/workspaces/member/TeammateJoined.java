// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Event;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;

/** Somebody became a teammate, with this role. */
public record TeammateJoined(RealmId realm, WorkspaceId workspace, UserId user, RoleRef role, Source source)
        implements Event {}
