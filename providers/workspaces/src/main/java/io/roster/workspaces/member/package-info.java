// SPDX-License-Identifier: Apache-2.0

/**
 * Teammates: members of the organization, each with exactly one role. Invariants: whoever becomes a member, in whatever
 * way, is a teammate with the default role in the same transaction, and an unmanaged member, so that leaving never
 * deletes the account; a service account never is a teammate; whoever leaves takes their row along. Start at
 * {@code Members}.
 */
package io.roster.workspaces.member;
