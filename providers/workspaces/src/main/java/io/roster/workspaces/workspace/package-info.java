// SPDX-License-Identifier: Apache-2.0

/**
 * A workspace is a Keycloak organization seen by Roster. This feature finds it by its alias and owns the one row that
 * a workspace gets with the first write: its lock, its counter and the floor under its teammates' counters. Invariant:
 * reading never makes that row. Start at {@code KnownWorkspaces}.
 */
package io.roster.workspaces.workspace;
