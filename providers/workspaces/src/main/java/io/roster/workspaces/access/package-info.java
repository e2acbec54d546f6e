// SPDX-License-Identifier: Apache-2.0

/**
 * The one engine that decides. {@code EffectiveAccess} answers what somebody may do now, from one reading of the
 * database and the pure resolver; {@code Guard} says whether a caller may make a change. It reads the tables of other
 * features by its own query and writes none. Invariants: whoever isn't an active teammate of an enabled workspace has
 * nothing; the guard reads the caller's rights in the transaction of the change. Start at {@code EffectiveAccess}.
 */
package io.roster.workspaces.access;
