// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.workspaces.token.Choice;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;
import org.keycloak.utils.JsonUtils;

/**
 * The token that came with a request, for what it says of the workspace. Keycloak 26.7 doesn't hand it to mappers, so
 * it is read from the request again; Keycloak has verified it before any mapper runs, so here it is only read.
 */
final class PresentedToken {

    /** The claim of a refresh token that holds the session's choice. */
    static final String CHOICE = "roster_ws";

    private static final Pattern BEARER = Pattern.compile("(?i)(?:Bearer|DPoP) +([^ ]+) *");

    private PresentedToken() {}

    /**
     * What was chosen before, if this request goes on from an earlier token: a refresh token says so itself; a token
     * that is exchanged, looked into or asked with says it by its claim, and says with none that it was none.
     *
     * @param claim the name of the claim in access tokens, or empty where access tokens don't have it
     */
    static Optional<Choice> choice(KeycloakSession session, Optional<String> claim) {
        HttpRequest request = session.getContext().getHttpRequest();
        String path = request.getUri().getPath();
        MultivaluedMap<String, String> form = request.getDecodedFormParameters();
        String grant = form.getFirst(OAuth2Constants.GRANT_TYPE);
        if (OAuth2Constants.REFRESH_TOKEN.equals(grant)) {
            return refreshed(form.getFirst(OAuth2Constants.REFRESH_TOKEN));
        }
        if (OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(grant)) {
            // a token of which nobody can tell the workspace gives none
            return Optional.of(claim.map(name -> access(form.getFirst(OAuth2Constants.SUBJECT_TOKEN), name))
                    .orElse(Choice.NONE));
        }
        if (grant == null && path.endsWith("/token/introspect")) {
            return claim.map(name -> access(form.getFirst("token"), name));
        }
        if (grant == null && path.endsWith("/userinfo")) {
            return claim.map(name -> access(bearer(request, form), name));
        }
        return Optional.empty();
    }

    private static Optional<Choice> refreshed(String token) {
        JsonNode content = content(token).path(CHOICE);
        return content.isTextual() ? Optional.of(Choice.of(content.textValue())) : Optional.empty();
    }

    private static Choice access(String token, String claim) {
        JsonNode content = content(token);
        if (content.path(CHOICE).isTextual()) {
            return Choice.of(content.path(CHOICE).textValue()); // a refresh token is looked into
        }
        for (String step : JsonUtils.splitClaimPath(claim)) {
            content = content.path(step);
        }
        JsonNode id = content.path("id");
        return id.isTextual() ? Choice.of(id.textValue()) : Choice.NONE;
    }

    private static JsonNode content(String token) {
        try {
            return token == null
                    ? JsonSerialization.mapper.missingNode()
                    : JsonSerialization.mapper.readTree(new JWSInput(token).getContent());
        } catch (JWSInputException | IOException e) {
            return JsonSerialization.mapper.missingNode(); // says nothing, so it gives nothing
        }
    }

    private static String bearer(HttpRequest request, MultivaluedMap<String, String> form) {
        String header = request.getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return form.getFirst(OAuth2Constants.ACCESS_TOKEN);
        }
        Matcher matcher = BEARER.matcher(header);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
