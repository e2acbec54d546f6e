// SPDX-License-Identifier: Apache-2.0

/** Follows what Keycloak itself does with members and users. */
package io.roster.workspaces.member.keycloak;
