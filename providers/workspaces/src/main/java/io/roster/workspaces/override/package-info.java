// SPDX-License-Identifier: Apache-2.0

/**
 * Single permissions allowed or denied to a teammate, on top of the role, in the workspace or in one project, for ever or
 * until a moment. Invariants: there is at most one of a kind for a permission at a place; what has ended is absent in
 * every answer, swept or not; who ends or shortens a denial gives, and nobody ends one of their own. Start at
 * {@code Overrides}.
 */
package io.roster.workspaces.override;
