// SPDX-License-Identifier: Apache-2.0

/** Reads and writes Keycloak's organization groups, and follows what Keycloak itself does with them. */
package io.roster.workspaces.team.keycloak;
