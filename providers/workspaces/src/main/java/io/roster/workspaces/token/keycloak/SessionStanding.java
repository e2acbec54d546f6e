// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.token.Choice;
import io.roster.workspaces.token.Lifetime;
import io.roster.workspaces.token.Request;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * What the person of a session has in its active workspace. Read once in a request: the access token, the ID token and
 * the refresh token of one answer say the same. If our reading fails, that is nothing, and the log says why. It doesn't
 * help where the database refuses a statement: Keycloak's transaction is marked for rollback then, and the request fails.
 */
final class SessionStanding {

    private static final Logger LOG = Logger.getLogger(SessionStanding.class);
    private static final String READ = "roster.standing";
    private static final Set<String> MAPPERS = Set.of(WorkspacePermissionsMapper.ID, ClientRolesMapper.ID);

    private SessionStanding() {}

    static Optional<Standing> of(KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        return known(session, userSession, context).standing();
    }

    /** As much of it as a token can hold that is made now, and that is to end no later than what it holds. */
    static Optional<Standing> lasting(
            KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        return known(session, userSession, context).lasting();
    }

    /** Whether reading failed for this answer, so that nobody knows what the person has: then nothing is concluded. */
    static boolean hasFailed(ClientSessionContext context) {
        Known known = context.getAttribute(READ, Known.class);
        return known != null && known.failed();
    }

    private static Known known(KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        Known known = context.getAttribute(READ, Known.class);
        if (known == null) {
            known = read(session, userSession, context);
            context.setAttribute(READ, known);
        }
        return known;
    }

    private static Known read(KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        RealmModel realm = session.getContext().getRealm();
        UserModel user = userSession.getUser();
        if (!realm.isOrganizationsEnabled() || user == null || user.getServiceAccountClientLink() != null) {
            return Known.NOTHING;
        }
        try {
            Workspaces workspaces = session.getProvider(Workspaces.class);
            if (!workspaces.isOn()) {
                return Known.NOTHING;
            }
            AuthenticatedClientSessionModel client = context.getClientSession();
            Request request = Request.of(
                    client.getNote(OAuth2Constants.SCOPE),
                    context.getScopeString(true),
                    client.getNote(OrganizationModel.ORGANIZATION_ATTRIBUTE));
            Optional<Choice> earlier = PresentedToken.choice(session, claimsToGoOnFrom(context));
            request = earlier.map(request::after).orElse(request);
            return read(workspaces, new RealmId(realm.getId()), new UserId(user.getId()), request);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "No permissions in this token: reading them failed (realm %s, user %s)",
                    realm.getName(),
                    user.getId());
            return new Known(Optional.empty(), Optional.empty(), true);
        }
    }

    private static Known read(Workspaces workspaces, RealmId realm, UserId user, Request request) {
        Optional<Standing> standing = workspaces.activeWorkspace().of(realm, user, request);
        return new Known(standing, standing.map(new Lifetime(Clock.keycloak().now())::lasting), false);
    }

    /** Our mappers of this client, in whatever scope they are. */
    static List<ProtocolMapperModel> mappers(ClientSessionContext context) {
        return context.getProtocolMappersStream()
                .filter(mapper -> MAPPERS.contains(mapper.getProtocolMapper()))
                .toList();
    }

    /** The names under which the access tokens of this client have the claim: none where they don't have it. */
    static List<String> accessTokenClaims(ClientSessionContext context) {
        return mappers(context).stream()
                .filter(mapper -> WorkspacePermissionsMapper.ID.equals(mapper.getProtocolMapper()))
                .flatMap(mapper -> WorkspacePermissionsMapper.accessTokenClaim(mapper).stream())
                .toList();
    }

    /** The token to go on from can be another client's, which may have the claim where this client's don't. */
    private static List<String> claimsToGoOnFrom(ClientSessionContext context) {
        List<String> own = accessTokenClaims(context);
        return own.isEmpty() ? List.of(WorkspacePermissionsMapper.DEFAULT_CLAIM) : own;
    }

    private record Known(Optional<Standing> standing, Optional<Standing> lasting, boolean failed) {

        private static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), false);
    }
}
