// SPDX-License-Identifier: Apache-2.0

/** What a workspace's plan unlocks. Invariant: a plan masks and never deletes, and what it lacks weakens no safeguard. Start at {@code Plans}. */
package io.roster.workspaces.plan;
