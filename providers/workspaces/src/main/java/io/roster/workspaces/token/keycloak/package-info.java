// SPDX-License-Identifier: Apache-2.0

/** Writes the claim into Keycloak's tokens. */
package io.roster.workspaces.token.keycloak;
