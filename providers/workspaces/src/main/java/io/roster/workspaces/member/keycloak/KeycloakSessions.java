// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.keycloak;

import io.roster.workspaces.member.Session;
import io.roster.workspaces.member.Sessions;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.token.Mark;
import io.roster.workspaces.token.Request;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
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
 * Tells of single client sessions and ends them, as Keycloak does when a refresh token is revoked
 * (TokenRevocationEndpoint, 26.7): a session that no client has a part of any more goes too, and with it the sign-in.
 */
public final class KeycloakSessions implements Sessions {

    private final KeycloakSession session;
    private final Clock clock;

    public KeycloakSessions(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Of those that ran out and are still stored there is nothing to tell. */
    @Override
    public List<Session> of(WorkspaceId workspace, UserId user) {
        return parts(workspace, user)
                .map(parts -> parts.running(clock.now()))
                .flatMap(Optional::stream)
                .map(SessionParts::told)
                .toList();
    }

    @Override
    public void end(WorkspaceId workspace, UserId user) {
        parts(workspace, user).forEach(this::end);
    }

    @Override
    public void end(WorkspaceId workspace, UserId user, String id) {
        parts(workspace, user).filter(parts -> parts.id().equals(id)).forEach(this::end);
    }

    private void end(SessionParts parts) {
        UserSessionModel whole = parts.whole();
        parts.clients().forEach(AuthenticatedClientSessionModel::detachFromUserSession);
        if (!whole.getAuthenticatedClientSessions().isEmpty()) {
            return;
        }
        RealmModel realm = session.getContext().getRealm();
        if (whole.isOffline()) {
            session.sessions().removeOfflineUserSession(realm, whole);
        } else {
            session.sessions().removeUserSession(realm, whole);
        }
    }

    /** All read before anything ends: the sessions come out of a stream of what is being changed. */
    private Stream<SessionParts> parts(WorkspaceId workspace, UserId user) {
        RealmModel realm = session.getContext().getRealm();
        UserModel person = session.users().getUserById(realm, user.value());
        if (person == null) {
            return Stream.empty();
        }
        Optional<String> alias = Optional.ofNullable(
                        session.getProvider(OrganizationProvider.class).getById(workspace.value()))
                .map(OrganizationModel::getAlias);
        return Stream.concat(
                session.sessions().getUserSessionsStream(realm, person),
                session.sessions().getOfflineUserSessionsStream(realm, person))
                .map(whole -> new SessionParts(
                        workspace,
                        whole,
                        whole.getAuthenticatedClientSessions().values().stream()
                                .filter(client -> isFor(client, workspace, alias))
                                .toList()))
                .filter(parts -> !parts.clients().isEmpty())
                .toList()
                .stream();
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
