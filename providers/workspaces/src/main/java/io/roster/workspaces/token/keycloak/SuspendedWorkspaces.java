// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.token.Request;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.representations.IDToken;

/**
 * Keeps tokens from telling of workspaces in which their person is suspended, also where only Keycloak's own claim
 * {@code organization} would: for Keycloak a suspended teammate is a member like any other.
 */
final class SuspendedWorkspaces {

    private SuspendedWorkspaces() {}

    /**
     * A token that is asked for such a workspace isn't made.
     *
     * @throws TokenInterceptorException {@code invalid_grant}
     */
    static void refuse(KeycloakSession session, ClientSessionContext context) {
        UserModel user = context.getClientSession().getUserSession().getUser();
        Request request = request(session, context);
        if (!isPerson(session, user) || !request.asksForOrganizations()) {
            return;
        }
        Optional<WorkspaceId> refused =
                roster(session).activeWorkspace().refused(realm(session), new UserId(user.getId()), request);
        if (refused.isPresent()) {
            if (OAuth2Constants.PASSWORD.equals(context.getAttribute(Constants.GRANT_TYPE, String.class))) {
                removeSessions(session, context.getClientSession().getUserSession());
            }
            throw new TokenInterceptorException(
                    OAuthErrorException.INVALID_GRANT, "The person is suspended in the workspace that was asked for");
        }
    }

    /** A password grant makes its session before its token, and keeps it when the token is refused (26.7). */
    private static void removeSessions(KeycloakSession session, UserSessionModel made) {
        RealmModel realm = session.getContext().getRealm();
        Optional.ofNullable(session.sessions().getOfflineUserSession(realm, made.getId()))
                .ifPresent(offline -> session.sessions().removeOfflineUserSession(realm, offline));
        Optional.ofNullable(session.sessions().getUserSession(realm, made.getId()))
                .ifPresent(online -> session.sessions().removeUserSession(realm, online));
    }

    /** Takes them out of a token that is made for several organizations; one that is for one of them isn't made. */
    static void leaveOut(KeycloakSession session, ClientSessionContext context, IDToken token) {
        List<String> named = request(session, context).named();
        if (named.size() > 1 || named.contains("*")) {
            leaveOut(session, context.getClientSession().getUserSession(), token);
        }
    }

    /** The same for what tells of a token that was made before. */
    static void leaveOut(KeycloakSession session, UserSessionModel userSession, IDToken token) {
        UserModel user = userSession.getUser();
        Object claim = token == null ? null : token.getOtherClaims().get(OAuth2Constants.ORGANIZATION);
        if (claim == null || !isPerson(session, user) || !roster(session).isOn()) {
            return;
        }
        List<WorkspaceId> suspended = roster(session).access().suspendedIn(realm(session), new UserId(user.getId()));
        if (suspended.isEmpty()) {
            return;
        }
        Set<String> aliases = roster(session).workspaces().of(suspended).values().stream()
                .map(Workspace::alias)
                .collect(Collectors.toSet());
        Optional<Object> rest = without(claim, aliases);
        if (rest.isPresent()) {
            token.setOtherClaims(OAuth2Constants.ORGANIZATION, rest.get());
        } else {
            token.getOtherClaims().remove(OAuth2Constants.ORGANIZATION);
        }
    }

    /** A map by alias, a list of aliases or one alias, as Keycloak's mapper is set up (26.7). */
    private static Optional<Object> without(Object claim, Set<String> aliases) {
        if (claim instanceof Map<?, ?> map) {
            Map<Object, Object> rest = new LinkedHashMap<>(map);
            rest.keySet().removeIf(alias -> aliases.contains(alias.toString()));
            return Optional.<Object>of(rest).filter(left -> !rest.isEmpty());
        }
        if (claim instanceof Collection<?> list) {
            List<?> rest = list.stream()
                    .filter(alias -> !aliases.contains(alias.toString()))
                    .toList();
            return Optional.<Object>of(rest).filter(left -> !rest.isEmpty());
        }
        return Optional.of(claim).filter(alias -> !aliases.contains(alias.toString()));
    }

    /** What Keycloak granted, and the one organization that it took it to mean, if it did. */
    private static Request request(KeycloakSession session, ClientSessionContext context) {
        String chosen = organization(session)
                .map(WorkspaceId::value)
                .orElseGet(() -> context.getClientSession().getNote(OrganizationModel.ORGANIZATION_ATTRIBUTE));
        return Request.of(context.getScopeString(true), chosen);
    }

    /** The one organization for which Keycloak makes this token, if there is one. */
    static Optional<WorkspaceId> organization(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getOrganization())
                .map(OrganizationModel::getId)
                .map(WorkspaceId::new);
    }

    static boolean isPerson(KeycloakSession session, UserModel user) {
        return session.getContext().getRealm().isOrganizationsEnabled()
                && user != null
                && user.getServiceAccountClientLink() == null;
    }

    private static Workspaces roster(KeycloakSession session) {
        return session.getProvider(Workspaces.class);
    }

    private static RealmId realm(KeycloakSession session) {
        return new RealmId(session.getContext().getRealm().getId());
    }
}
