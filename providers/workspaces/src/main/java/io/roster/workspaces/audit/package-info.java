// SPDX-License-Identifier: Apache-2.0

/**
 * Who did what. It listens to what the features say and is called by none of them. Today it writes Keycloak admin
 * events: start at {@code keycloak.AdminEvents}.
 */
package io.roster.workspaces.audit;
