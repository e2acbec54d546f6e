// SPDX-License-Identifier: Apache-2.0
/**
 * What a realm and a workspace say about how Roster behaves there: the role of whoever joins, how long invitations live,
 * whether overrides are offered, whom to ask, which environments a project begins with. Invariants: what a workspace
 * doesn't say the realm says, and what neither says is Roster's own default; the default role of a workspace is in use, so
 * it can't be deleted or hidden; reading never makes a row. Start at {@code Settings}.
 */
package io.roster.workspaces.setting;
