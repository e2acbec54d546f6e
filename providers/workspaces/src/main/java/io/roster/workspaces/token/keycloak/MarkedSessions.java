// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.token.Mark;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Writes into a client session for which workspace a token of it is. Most have it from the sign-in already: then nothing
 * is written, because a session that was stored by another request would have to be stored again.
 */
final class MarkedSessions {

    private MarkedSessions() {}

    static void mark(KeycloakSession session, ClientSessionContext context, WorkspaceId workspace) {
        AuthenticatedClientSessionModel used = context.getClientSession();
        String mark = Mark.of(workspace);
        if (used.getNote(mark) == null
                && SuspendedWorkspaces.isPerson(session, used.getUserSession().getUser())) {
            stored(session, used, context.isOfflineTokenRequested())
                    .filter(stored -> stored.getNote(mark) == null)
                    .forEach(stored -> stored.setNote(mark, Mark.set()));
        }
    }

    /** With an offline token there are two, or only the offline one: a password grant drops the other (26.7). */
    private static Stream<AuthenticatedClientSessionModel> stored(
            KeycloakSession session, AuthenticatedClientSessionModel used, boolean offline) {
        UserSessionModel userSession = used.getUserSession();
        if (!offline || userSession.isOffline()) {
            return Stream.of(used);
        }
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = used.getClient();
        return Stream.of(
                        session.sessions().getOfflineUserSession(realm, userSession.getId()),
                        session.sessions().getUserSession(realm, userSession.getId()))
                .flatMap(
                        known -> Optional.ofNullable(known)
                                .map(found -> found.getAuthenticatedClientSessionByClient(client.getId()))
                                .stream());
    }
}
