// SPDX-License-Identifier: Apache-2.0

/** Hands on what happened as Keycloak admin events. */
package io.roster.workspaces.audit.keycloak;
