// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.own;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads where somebody is an active teammate. */
public interface OwnWorkspaceStore {

    /**
     * One membership.
     *
     * @param role the role; where it has an end, until then
     * @param next the role that follows then
     */
    record Membership(Workspace workspace, Named role, Optional<Instant> until, Optional<Named> next) {}

    /** A role with its name; empty where a preset has the one that the realm gives it. */
    record Named(String key, Optional<String> name) {}

    /** Active memberships in enabled workspaces in the order of their aliases, from after the given one on. */
    List<Membership> page(RealmId realm, UserId user, int max, Optional<String> afterAlias);
}
