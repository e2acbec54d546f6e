// SPDX-License-Identifier: Apache-2.0

/**
 * Teams: Keycloak's organization groups directly under an organization, seen and filled by Keycloak's console and by
 * Roster alike. They have no table of ours. Invariants: a group below a team is no team; whoever is in a team is a
 * teammate; whatever Keycloak does with such a group is told and followed in the same transaction, and never vetoed.
 * Start at {@code Teams}.
 */
package io.roster.workspaces.team;
