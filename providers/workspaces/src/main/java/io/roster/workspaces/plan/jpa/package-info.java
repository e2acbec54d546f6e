// SPDX-License-Identifier: Apache-2.0

/** Keeps them in Keycloak's database. */
package io.roster.workspaces.plan.jpa;
