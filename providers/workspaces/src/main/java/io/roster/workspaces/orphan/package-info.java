// SPDX-License-Identifier: Apache-2.0
/**
 * Workspaces that nobody of their own can run any more: seen as soon as it happens, by whatever way, told, and listed
 * until a realm administrator names a new Admin. Start at {@link io.roster.workspaces.orphan.Orphans}; who counts is the
 * guard's to say ({@link io.roster.workspaces.access.StandingAdmins}). Nothing here ever refuses anything.
 */
package io.roster.workspaces.orphan;
