// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.token.Choice;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;
import org.keycloak.representations.RefreshToken;

/**
 * Keeps the workspace that a session chose with its first token in the refresh token, and refuses to go on for a
 * workspace that the person isn't an active teammate of any more.
 */
public final class ChoiceKeeper implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return context -> process(session, context);
    }

    @Override
    public String getId() {
        return "roster";
    }

    private static void process(KeycloakSession session, TokenPostProcessorContext context) {
        if (!session.getProvider(Workspaces.class).isOn()) {
            keep(context, earlier(context));
            return;
        }
        Optional<Choice> earlier = earlier(context);
        if (earlier.isPresent()) {
            requireStill(session, context.clientSessionCtx(), earlier.get());
            keep(context, earlier);
        } else {
            keep(context, first(session, context.clientSessionCtx()));
        }
    }

    private static Optional<Choice> earlier(TokenPostProcessorContext context) {
        return Optional.ofNullable(context.requestRefreshToken())
                .map(token -> token.getOtherClaims().get(PresentedToken.CHOICE))
                .map(Object::toString)
                .map(Choice::of);
    }

    /** What the first token chose; empty for a client that doesn't ask for workspaces at all. */
    private static Optional<Choice> first(KeycloakSession session, ClientSessionContext context) {
        Optional<ProtocolMapperModel> mapper = context.getProtocolMappersStream()
                .filter(known -> WorkspacePermissionsMapper.ID.equals(known.getProtocolMapper()))
                .findFirst();
        return mapper.map(known -> SessionStanding.of(session, userSession(context), context, known)
                .map(Standing::workspace)
                .map(Choice::of)
                .orElse(Choice.NONE));
    }

    private static void requireStill(KeycloakSession session, ClientSessionContext context, Choice choice) {
        UserModel user = userSession(context).getUser();
        RealmId realm = new RealmId(session.getContext().getRealm().getId());
        boolean gone = choice.workspace()
                .filter(workspace -> session.getProvider(Workspaces.class)
                        .access()
                        .in(realm, workspace, new UserId(user.getId()))
                        .isEmpty())
                .isPresent();
        if (gone) {
            throw new TokenInterceptorException(
                    OAuthErrorException.INVALID_GRANT, "The person has no access to this session's workspace any more");
        }
    }

    private static void keep(TokenPostProcessorContext context, Optional<Choice> choice) {
        RefreshToken refreshToken = context.refreshToken();
        if (refreshToken != null) {
            choice.ifPresent(kept -> refreshToken.setOtherClaims(PresentedToken.CHOICE, kept.text()));
        }
    }

    private static UserSessionModel userSession(ClientSessionContext context) {
        return context.getClientSession().getUserSession();
    }
}
