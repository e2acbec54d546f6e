// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Event;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;

/** A teammate has another role. */
public record TeammateRoleChanged(Workspace workspace, UserId user, RoleRef before, RoleRef after, Source source)
        implements Event {}
