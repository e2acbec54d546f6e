// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.workspaces.workspace.UserId;

/** What Keycloak knows at this moment of how people sign in. */
@FunctionalInterface
public interface SignInMeans {

    /**
     * Whether the user exists in the realm of this session, isn't disabled, and has something to sign in with: a password,
     * a passkey, or an account at an identity provider of the realm that isn't disabled.
     */
    boolean canSignIn(UserId user);
}
