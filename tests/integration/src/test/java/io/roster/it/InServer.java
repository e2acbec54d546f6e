// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import io.roster.workspaces.LapsedAccessSweeper;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What tests have the server do that no call asks for. */
final class InServer {

    private InServer() {}

    static void join(KeycloakSession session, String organization, String user) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        organizations.addMember(organizations.getById(organization), user(session, user));
    }

    /** The session as Keycloak's pages have it in a sign-in; somebody who registers isn't known to it yet. */
    static void joinWhileSigningIn(KeycloakSession session, String organization, String user, boolean isKnown) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel app = realm.getClientByClientId("app");
        AuthenticationSessionModel signingIn = session.authenticationSessions()
                .createRootAuthenticationSession(realm)
                .createAuthenticationSession(app);
        if (isKnown) {
            signingIn.setAuthenticatedUser(user(session, user));
        }
        session.getContext().setAuthenticationSession(signingIn);
        join(session, organization, user);
    }

    /** One turn of what the server does from time to time. */
    static void sweep(KeycloakSession session) {
        new LapsedAccessSweeper().run(session);
    }

    private static UserModel user(KeycloakSession session, String id) {
        return session.users().getUserById(session.getContext().getRealm(), id);
    }
}
