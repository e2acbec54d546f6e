// SPDX-License-Identifier: Apache-2.0

/**
 * Permission claims. Invariants: a token tells of one workspace at most, the one that was asked for and never another
 * instead; a failure gives a token without the claim, never a broken sign-in and never more rights. Start at
 * {@code ActiveWorkspace}.
 */
package io.roster.workspaces.token;
