// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Event;
import io.roster.workspaces.workspace.RealmId;

/** So many members of the realm's organizations became teammates at once, when Roster was switched on. */
public record MembersAdopted(RealmId realm, int teammates) implements Event {}
