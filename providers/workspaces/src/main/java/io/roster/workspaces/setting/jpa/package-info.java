// SPDX-License-Identifier: Apache-2.0
/** Keeps settings in Keycloak's database. */
package io.roster.workspaces.setting.jpa;
