// SPDX-License-Identifier: Apache-2.0

/**
 * Permission claims. Invariants: a token tells of one workspace at most, and it is chosen once, by the first token of a
 * session; no token outlives what it holds; a failure never gives more rights. A failure of our own reading gives a first token without the claim, and a
 * refused refresh where the session has a workspace. A statement that the database refuses spoils Keycloak's own
 * transaction, and the request fails as a whole. Start at {@code ActiveWorkspace}.
 */
package io.roster.workspaces.token;
