// SPDX-License-Identifier: Apache-2.0
/**
 * What a workspace's plan unlocks: the realm sells plans, and gives one to each workspace or lets it have the realm's
 * default. Invariants: a plan masks what the engine answers and what features offer, and deletes nothing; one plan
 * unlocks everything and has no row; a plan that some workspace has, or the realm gives by default, can't be deleted.
 * Start at {@code Plans}.
 */
package io.roster.workspaces.plan;
