// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

/** Something by which a workspace may have got, or lost, somebody who can run it. */
public interface AdminsChanged extends AccessChanged {}
