// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.signin.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.signin.SignIn;
import io.roster.workspaces.token.Mark;
import io.roster.workspaces.token.Request;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A required action that asks nothing of anybody. Keycloak 26.7 has each of them look at every sign-in once the person is
 * known, by whatever flow or identity provider they came, and makes no session before all are satisfied.
 */
final class SignInGate implements RequiredActionProvider {

    /** A password grant has no page: there the token is refused, with an error that says more than Keycloak's own. */
    private static final String TOKEN_ENDPOINT = "/protocol/openid-connect/token";

    private static final String START = "authenticate";

    private final KeycloakSession session;

    SignInGate(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel signingIn = context.getAuthenticationSession();
        Optional<WorkspaceId> refused = refused(context);
        boolean isPending = signingIn.getRequiredActions().contains(SignIn.ACTION);
        if (refused.isPresent() && !isPending && hasPage(context)) {
            signingIn.addRequiredAction(SignIn.ACTION);
        } else if (refused.isEmpty() && isPending) {
            signingIn.removeRequiredAction(SignIn.ACTION);
        }
        if (refused.isEmpty()) {
            mark(context);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Optional<Workspace> refused = refused(context)
                .flatMap(workspace -> Optional.ofNullable(
                        roster().workspaces().of(List.of(workspace)).get(workspace)));
        if (refused.isEmpty()) {
            context.success();
            return;
        }
        context.getEvent()
                .detail(
                        Details.REASON,
                        "suspended in the workspace " + refused.get().alias())
                .error(Errors.ACCESS_DENIED);
        Response page = context.form()
                .setError(SignIn.SUSPENDED, refused.get().name())
                .createErrorPage(Response.Status.FORBIDDEN);
        // nobody goes on from here as the person who has just signed in: going back means to sign in anew
        AuthenticationProcessor.resetFlow(context.getAuthenticationSession(), START);
        context.challenge(page);
    }

    /** The page has nothing to send; whoever sends something is looked at anew. */
    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    @Override
    public void close() {
        // holds nothing
    }

    private Optional<WorkspaceId> refused(RequiredActionContext context) {
        Request request = request(context.getAuthenticationSession());
        return applies(context, request)
                ? roster().activeWorkspace().refused(realm(context), user(context), request)
                : Optional.empty();
    }

    /** So that a session can be ended with the workspaces that its tokens are for, at no cost of storing it again. */
    private void mark(RequiredActionContext context) {
        AuthenticationSessionModel signingIn = context.getAuthenticationSession();
        Request request = request(signingIn);
        if (applies(context, request)) {
            roster().activeWorkspace().asked(realm(context), request).stream()
                    .map(Mark::of)
                    .filter(mark -> signingIn.getClientNote(mark) == null)
                    .forEach(mark -> signingIn.setClientNote(mark, Mark.set()));
        }
    }

    private boolean applies(RequiredActionContext context, Request request) {
        UserModel user = context.getUser();
        return request.asksForOrganizations()
                && context.getRealm().isOrganizationsEnabled()
                && user != null
                && user.getServiceAccountClientLink() == null
                && roster().isOn();
    }

    /** What was asked for, and the organization that was chosen on Keycloak's page. */
    private static Request request(AuthenticationSessionModel signingIn) {
        return Request.of(
                signingIn.getClientNote(OAuth2Constants.SCOPE),
                signingIn.getClientNote(OrganizationModel.ORGANIZATION_ATTRIBUTE));
    }

    private static boolean hasPage(RequiredActionContext context) {
        return !context.getUriInfo().getPath().endsWith(TOKEN_ENDPOINT);
    }

    private Workspaces roster() {
        return session.getProvider(Workspaces.class);
    }

    private static RealmId realm(RequiredActionContext context) {
        return new RealmId(context.getRealm().getId());
    }

    private static UserId user(RequiredActionContext context) {
        return new UserId(context.getUser().getId());
    }
}
