// SPDX-License-Identifier: Apache-2.0

/** Keeps bindings in Keycloak's database, and reads its clients there. */
package io.roster.workspaces.binding.jpa;
