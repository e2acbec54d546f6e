// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm;

import io.roster.workspaces.platform.Event;

/** Roster was switched on or off in the realm. */
public record RosterSwitched(boolean on) implements Event {}
