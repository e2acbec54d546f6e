// SPDX-License-Identifier: Apache-2.0

/**
 * The gate that a sign-in in the browser passes when the person is known and before there is a session: whoever asks for a
 * workspace in which they are suspended gets no further. Invariant: it only refuses; what somebody has is decided again
 * with each token. Start at {@code keycloak.SignInGate}.
 */
package io.roster.workspaces.signin;
