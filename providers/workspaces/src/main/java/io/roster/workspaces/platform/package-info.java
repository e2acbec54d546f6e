// SPDX-License-Identifier: Apache-2.0

/**
 * What every feature needs and none owns: who calls, what time it is, pages, problems, reading and writing JSON, and
 * the places that touch Keycloak internals. No business word belongs here.
 */
package io.roster.workspaces.platform;
