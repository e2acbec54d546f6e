// SPDX-License-Identifier: Apache-2.0

/**
 * Writes the claim into Keycloak's tokens, and keeps the session's choice in what goes on from them. Start at
 * {@code WorkspacePermissionsMapper}, then {@code ChoiceKeeper}.
 */
package io.roster.workspaces.token.keycloak;
