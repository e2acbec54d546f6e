// SPDX-License-Identifier: Apache-2.0

/**
 * Writes the claim, and permissions as client roles, into Keycloak's tokens, and keeps the session's choice in what goes
 * on from them. Start at {@code StandingMapper}, then its two mappers, then {@code ChoiceKeeper}.
 */
package io.roster.workspaces.token.keycloak;
