// SPDX-License-Identifier: Apache-2.0

/** Keeps teammates in Keycloak's database. */
package io.roster.workspaces.member.jpa;
