// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.keycloak;

import io.roster.workspaces.member.Sessions;
import io.roster.workspaces.token.Mark;
import io.roster.workspaces.token.Request;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Ends single client sessions, as Keycloak does when a refresh token is revoked (TokenRevocationEndpoint, 26.7): a session
 * that no client has a part of any more goes too, and with it the sign-in.
 */
public final class KeycloakSessions implements Sessions {

    private final KeycloakSession session;

    public KeycloakSessions(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void end(WorkspaceId workspace, UserId user) {
        RealmModel realm = session.getContext().getRealm();
        UserModel person = session.users().getUserById(realm, user.value());
        if (person == null) {
            return;
        }
        Optional<String> alias = Optional.ofNullable(
                        session.getProvider(OrganizationProvider.class).getById(workspace.value()))
                .map(OrganizationModel::getAlias);
        end(
                session.sessions().getUserSessionsStream(realm, person),
                workspace,
                alias,
                emptied -> session.sessions().removeUserSession(realm, emptied));
        end(
                session.sessions().getOfflineUserSessionsStream(realm, person),
                workspace,
                alias,
                emptied -> session.sessions().removeOfflineUserSession(realm, emptied));
    }

    private static void end(
            Stream<UserSessionModel> sessions,
            WorkspaceId workspace,
            Optional<String> alias,
            Consumer<UserSessionModel> remove) {
        for (UserSessionModel userSession : sessions.toList()) {
            List<AuthenticatedClientSessionModel> ended = userSession.getAuthenticatedClientSessions().values().stream()
                    .filter(client -> isFor(client, workspace, alias))
                    .toList();
            ended.forEach(AuthenticatedClientSessionModel::detachFromUserSession);
            if (!ended.isEmpty() && userSession.getAuthenticatedClientSessions().isEmpty()) {
                remove.accept(userSession);
            }
        }
    }

    /** By its mark, or by what was asked for with its last token: that tells where it was made while Roster was off. */
    private static boolean isFor(
            AuthenticatedClientSessionModel client, WorkspaceId workspace, Optional<String> alias) {
        if (client.getNote(Mark.of(workspace)) != null) {
            return true;
        }
        Request asked = Request.of(
                client.getNote(OAuth2Constants.SCOPE), client.getNote(OrganizationModel.ORGANIZATION_ATTRIBUTE));
        return alias.filter(asked.named()::contains).isPresent()
                || asked.open() && asked.chosen().filter(workspace::equals).isPresent();
    }
}
