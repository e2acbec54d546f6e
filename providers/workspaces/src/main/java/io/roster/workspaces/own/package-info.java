// SPDX-License-Identifier: Apache-2.0

/**
 * The workspaces that somebody is in, for themselves: those in which they are an active teammate, and the organization
 * enabled. It decides over nothing; what they may do in one is the engine's to say. Start reading at
 * {@code OwnWorkspaces}.
 */
package io.roster.workspaces.own;
