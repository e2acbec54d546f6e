// SPDX-License-Identifier: Apache-2.0

/** Asks Keycloak what it knows of organizations. */
package io.roster.workspaces.access.keycloak;
