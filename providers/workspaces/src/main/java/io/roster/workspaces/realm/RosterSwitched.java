// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm;

import io.roster.workspaces.platform.Event;
import io.roster.workspaces.workspace.RealmId;

/** Roster was switched on or off in the realm. */
public record RosterSwitched(RealmId realm, boolean on) implements Event {}
