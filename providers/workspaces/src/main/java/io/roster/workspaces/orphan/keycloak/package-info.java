// SPDX-License-Identifier: Apache-2.0
/** The door to Keycloak's mail. */
package io.roster.workspaces.orphan.keycloak;
