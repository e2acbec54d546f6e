// SPDX-License-Identifier: Apache-2.0

/** The gate as Keycloak's required action. */
package io.roster.workspaces.signin.keycloak;
