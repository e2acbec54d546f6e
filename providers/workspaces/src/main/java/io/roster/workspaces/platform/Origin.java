// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.Optional;

/**
 * Where something comes from, as far as Keycloak tells: who is signed in with the request, by which client, from which
 * address. It decides nothing; it is only ever written down.
 *
 * @param realm the realm in which that user is, which need not be the one that is changed
 */
public record Origin(
        Kind kind, Optional<String> user, Optional<String> realm, Optional<String> client, Optional<String> address) {

    /** Nobody's request: a timer, a start of the server. */
    public static final Origin NONE =
            new Origin(Kind.NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int LONGEST = 255;

    public Origin {
        address = address.map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }

    /** What kind of request it is. */
    public enum Kind {
        /** With a bearer token: Keycloak's own endpoints let that change an organization for administrators only. */
        TOKEN,
        /** In the browser, on Keycloak's pages: signing in, registering, accepting an invitation, deleting oneself. */
        SIGN_IN,
        NONE
    }
}
