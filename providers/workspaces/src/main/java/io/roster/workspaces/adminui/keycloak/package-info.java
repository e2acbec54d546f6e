// SPDX-License-Identifier: Apache-2.0

/** What the console's page takes from Keycloak: addresses, language, and the realm's own headers. */
package io.roster.workspaces.adminui.keycloak;
