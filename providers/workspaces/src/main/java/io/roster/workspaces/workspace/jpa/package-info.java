// SPDX-License-Identifier: Apache-2.0

/** Keeps workspaces in Keycloak's database. */
package io.roster.workspaces.workspace.jpa;
