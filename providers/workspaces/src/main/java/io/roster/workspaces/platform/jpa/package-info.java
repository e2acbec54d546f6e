// SPDX-License-Identifier: Apache-2.0

/** Brings Roster's tables into Keycloak's own database and transaction. */
package io.roster.workspaces.platform.jpa;
