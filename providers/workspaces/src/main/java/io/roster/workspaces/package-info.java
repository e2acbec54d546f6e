// SPDX-License-Identifier: Apache-2.0

/** The Roster provider for Keycloak. Start at {@link io.roster.workspaces.Workspaces}. */
package io.roster.workspaces;
