// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import jakarta.ws.rs.NotAuthorizedException;
import java.util.Arrays;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** Finds out who calls the people's API, by the token that they send. */
public final class BearerCallers {

    static final String[] METHODS = {"GET", "POST", "PUT", "DELETE"};

    private final KeycloakSession session;
    private final String audience;

    public BearerCallers(KeycloakSession session, String audience) {
        this.session = session;
        this.audience = audience;
    }

    /**
     * The person or service account that calls, with a token of this realm for this audience and scope.
     *
     * @throws Problem {@code invalid-token} or {@code insufficient-scope}
     */
    public Caller require(String scope) {
        AuthResult result = authenticate();
        if (result == null) {
            throw Problem.of(
                    ProblemCode.INVALID_TOKEN,
                    "Send an access token of this realm that hasn't ended, with the audience " + audience
                            + ": it comes with the scope " + scope + ".");
        }
        // after the token is known and before anything is refused, so that a browser app can read the refusal too
        Cors.builder()
                .checkAllowedOrigins(result.token())
                .allowedMethods(METHODS)
                .exposedHeaders("ETag", "Location", "WWW-Authenticate")
                .auth()
                .add();
        String granted = result.token().getScope();
        if (granted == null || !Arrays.asList(granted.split(" ")).contains(scope)) {
            throw Problem.of(
                            ProblemCode.INSUFFICIENT_SCOPE,
                            "This call needs a token with the scope " + scope
                                    + "; a realm administrator adds it to the clients that may ask for it.")
                    .with("scope", scope);
        }
        String user = result.user().getId();
        String client = result.client().getClientId();
        String ownClient = result.user().getServiceAccountClientLink();
        return ownClient == null ? new Caller.Person(user, client) : new Caller.ServiceAccount(client, ownClient, user);
    }

    private AuthResult authenticate() {
        try {
            return new AppAuthManager.BearerTokenAuthenticator(session)
                    .setAudience(audience)
                    .authenticate();
        } catch (NotAuthorizedException e) {
            return null; // a header that isn't one bearer token
        }
    }
}
