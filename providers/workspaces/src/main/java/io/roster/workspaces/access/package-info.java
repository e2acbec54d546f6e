// SPDX-License-Identifier: Apache-2.0

/**
 * The one engine that decides. {@code Standings} reads what is written about somebody and hands it to the pure resolver;
 * {@code Guard} says by that whether a caller may make a change; {@code EffectiveAccess} gives the same answer to tokens
 * and checks, and remembers it. It reads the tables of other features by its own query and writes none. Invariants:
 * whoever isn't an active teammate of an enabled workspace has nothing; the guard reads the caller's rights in the
 * transaction of the change, and nothing that is remembered; what changed is read again as soon as it is committed.
 * Start at {@code EffectiveAccess}.
 */
package io.roster.workspaces.access;
