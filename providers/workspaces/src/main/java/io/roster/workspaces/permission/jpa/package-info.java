// SPDX-License-Identifier: Apache-2.0

/** Keeps catalogues in Keycloak's database. */
package io.roster.workspaces.permission.jpa;
