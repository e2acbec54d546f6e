// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.token.Choice;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

/**
 * Keeps the workspace that a session chose with its first token in the refresh token, and refuses to go on for a
 * workspace that the person isn't an active teammate of any more. For a workspace in which the person is suspended there
 * is no token at all, also for a client that has nothing of ours.
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
        Optional<Choice> earlier = Optional.ofNullable(context.requestRefreshToken())
                .map(token -> token.getOtherClaims().get(PresentedToken.CHOICE))
                .map(choice -> Choice.of(choice.toString()));
        if (!session.getProvider(Workspaces.class).isOn()) {
            keep(context, earlier);
            return;
        }
        earlier.flatMap(Choice::workspace)
                .ifPresent(chosen -> requireStill(session, context.clientSessionCtx(), chosen));
        SuspendedWorkspaces.refuse(session, context.clientSessionCtx());
        SuspendedWorkspaces.leaveOut(session, context.clientSessionCtx(), context.accessToken());
        Optional<Choice> choice = earlier.or(() -> first(session, context.clientSessionCtx()));
        keep(context, choice);
        choice.flatMap(Choice::workspace)
                .or(() -> SuspendedWorkspaces.organization(session))
                .ifPresent(workspace -> MarkedSessions.mark(session, context.clientSessionCtx(), workspace));
    }

    /** What the first token chose; empty for a client that doesn't ask for workspaces at all. */
    private static Optional<Choice> first(KeycloakSession session, ClientSessionContext context) {
        if (SessionStanding.mappers(context).isEmpty()) {
            return Optional.empty();
        }
        Optional<Standing> standing = SessionStanding.of(session, userSession(context), context);
        if (SessionStanding.hasFailed(context)) {
            return Optional.empty(); // the next refresh chooses
        }
        return Optional.of(standing.map(Standing::workspace).map(Choice::of).orElse(Choice.NONE));
    }

    private static void requireStill(KeycloakSession session, ClientSessionContext context, WorkspaceId chosen) {
        UserId user = new UserId(userSession(context).getUser().getId());
        RealmId realm = new RealmId(session.getContext().getRealm().getId());
        // with a mapper of ours it was read for this very answer; without one nobody has asked yet
        Optional<Standing> standing = SessionStanding.mappers(context).isEmpty()
                ? session.getProvider(Workspaces.class).access().in(realm, chosen, user)
                : SessionStanding.of(session, userSession(context), context);
        if (standing.isEmpty() && !SessionStanding.hasFailed(context)) {
            throw new TokenInterceptorException(
                    OAuthErrorException.INVALID_GRANT, "The person has no access to this session's workspace any more");
        }
    }

    private static void keep(TokenPostProcessorContext context, Optional<Choice> choice) {
        RefreshToken refreshToken = context.refreshToken();
        if (refreshToken != null) {
            choice.ifPresent(kept -> refreshToken.setOtherClaims(PresentedToken.CHOICE, kept.text()));
        }
        AccessToken accessToken = context.accessToken();
        // where the access token doesn't have our claim, userinfo and introspection couldn't tell what was chosen
        if (accessToken != null
                && SessionStanding.accessTokenClaims(context.clientSessionCtx()).isEmpty()) {
            choice.ifPresent(kept -> accessToken.setOtherClaims(PresentedToken.CHOICE, kept.text()));
        }
    }

    private static UserSessionModel userSession(ClientSessionContext context) {
        return context.getClientSession().getUserSession();
    }
}
