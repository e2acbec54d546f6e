// SPDX-License-Identifier: Apache-2.0

/** The realm as Keycloak has it: attributes, client scopes, clients, and what happens to all of them. */
package io.roster.workspaces.realm.keycloak;
