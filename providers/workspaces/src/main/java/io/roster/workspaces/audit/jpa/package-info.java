// SPDX-License-Identifier: Apache-2.0

/** Keeps the log in Keycloak's database. */
package io.roster.workspaces.audit.jpa;
