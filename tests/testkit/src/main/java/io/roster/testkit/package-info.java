// SPDX-License-Identifier: Apache-2.0

/**
 * One Keycloak with Roster in it, and what tests say to it.
 *
 * <p>Every server test names {@link io.roster.testkit.RosterServer}: a second server configuration would restart the
 * server between classes. A test class has its own realm ({@link io.roster.testkit.RosterOn} or {@link
 * io.roster.testkit.RosterOff}), never {@code master}, and makes people and workspaces of its own in it: start at
 * {@link io.roster.testkit.TestRealm}.
 */
package io.roster.testkit;
