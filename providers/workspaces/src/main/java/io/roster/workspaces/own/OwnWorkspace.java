// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.own;

import io.roster.workspaces.workspace.Workspace;

/** A workspace that somebody is in, with the role that counts for them now. */
public record OwnWorkspace(Workspace workspace, String role, String roleName) {}
