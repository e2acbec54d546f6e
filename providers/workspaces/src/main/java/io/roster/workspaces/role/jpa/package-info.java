// SPDX-License-Identifier: Apache-2.0

/** Keeps roles in Keycloak's database. */
package io.roster.workspaces.role.jpa;
