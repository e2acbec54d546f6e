// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Reads the origin from what Keycloak 26.7 put into the session's context when it let the request in. */
public final class KeycloakOrigin {

    private static final Logger LOG = Logger.getLogger(KeycloakOrigin.class);
    private static final String CARRIED = "roster.origin";

    private KeycloakOrigin() {}

    /** Never fails: what Keycloak does goes on, whether or not it can be said who asked for it. */
    public static Origin of(KeycloakSession session) {
        if (session.getAttribute(CARRIED) instanceof Origin carried) {
            return carried;
        }
        try {
            return read(session.getContext());
        } catch (RuntimeException e) {
            LOG.warn("Who asked for this change can't be told", e);
            return Origin.NONE;
        }
    }

    /** Says that what this session does was asked for there: it has no request of its own. */
    public static void carry(Origin origin, KeycloakSession session) {
        session.setAttribute(CARRIED, origin);
    }

    private static Origin read(KeycloakContext context) {
        Optional<String> address = Optional.ofNullable(context.getConnection().getRemoteHost());
        UserSessionModel signedIn = context.getUserSession();
        // not the token's subject: a lightweight one, as the admin console has, may lack it
        Optional<String> user =
                Optional.ofNullable(signedIn).map(UserSessionModel::getUser).map(UserModel::getId);
        Optional<String> realm =
                Optional.ofNullable(signedIn).map(UserSessionModel::getRealm).map(RealmModel::getId);
        if (context.getBearerToken() instanceof JsonWebToken token) {
            // not the context's client: some admin endpoints put the one there that they work on
            return new Origin(Origin.Kind.TOKEN, user, realm, Optional.ofNullable(token.getIssuedFor()), address);
        }
        AuthenticationSessionModel signingIn = context.getAuthenticationSession();
        if (signingIn == null && signedIn == null) {
            return new Origin(Origin.Kind.NONE, Optional.empty(), Optional.empty(), Optional.empty(), address);
        }
        return new Origin(
                Origin.Kind.SIGN_IN,
                Optional.ofNullable(signingIn)
                        .map(AuthenticationSessionModel::getAuthenticatedUser)
                        .map(UserModel::getId)
                        .or(() -> user),
                Optional.ofNullable(context.getRealm()).map(RealmModel::getId),
                Optional.ofNullable(context.getClient()).map(ClientModel::getClientId),
                address);
    }
}
