// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.token.Choice;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.utils.JsonUtils;

/**
 * The token from which a request goes on, for the workspace that it tells of. Keycloak 26.7 doesn't hand it to mappers,
 * so it is read from the request, at the place where the endpoint itself reads it, and its signature is checked again:
 * nothing that a caller merely wrote into the request counts.
 */
final class PresentedToken {

    /** The claim that holds the session's choice: in refresh tokens, and in access tokens without our claim. */
    static final String CHOICE = "roster_ws";

    private static final Pattern BEARER =
            Pattern.compile("\\s*(?:Bearer|DPoP)\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);
    private static final String UMA = "urn:ietf:params:oauth:grant-type:uma-ticket";

    private PresentedToken() {}

    /**
     * What was chosen before, if this request goes on from an earlier token; empty for a request that is a first one.
     * A token that doesn't say which workspace it is for is for none.
     *
     * @param claims the names under which access tokens may have the claim
     */
    static Optional<Choice> choice(KeycloakSession session, List<String> claims) {
        HttpRequest request = session.getContext().getHttpRequest();
        String path = request.getUri().getPath().replaceAll("/+$", "");
        MultivaluedMap<String, String> form = request.getDecodedFormParameters();
        if (path.endsWith("/protocol/openid-connect/userinfo")) {
            return Optional.of(access(session, bearer(request, form), claims));
        }
        if (path.endsWith("/protocol/openid-connect/token/introspect")) {
            return Optional.of(access(session, form.getFirst("token"), claims));
        }
        if (!path.endsWith("/protocol/openid-connect/token")) {
            return Optional.empty();
        }
        String grant = form.getFirst(OAuth2Constants.GRANT_TYPE);
        if (OAuth2Constants.REFRESH_TOKEN.equals(grant)) {
            return refresh(session, form.getFirst(OAuth2Constants.REFRESH_TOKEN));
        }
        if (OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(grant)) {
            return Optional.of(access(session, form.getFirst(OAuth2Constants.SUBJECT_TOKEN), claims));
        }
        if (UMA.equals(grant)) {
            return Optional.of(access(session, bearer(request, form), claims));
        }
        return Optional.empty();
    }

    /** A refresh token from before the client had our scope has chosen nothing yet. */
    private static Optional<Choice> refresh(KeycloakSession session, String token) {
        RefreshToken known = token == null ? null : session.tokens().decode(token, RefreshToken.class);
        return Optional.ofNullable(known)
                .map(content -> content.getOtherClaims().get(CHOICE))
                .map(choice -> Choice.of(choice.toString()));
    }

    private static Choice access(KeycloakSession session, String token, List<String> claims) {
        AccessToken known = token == null ? null : session.tokens().decode(token, AccessToken.class);
        if (known == null) {
            return Choice.NONE;
        }
        Map<String, Object> content = known.getOtherClaims();
        if (content.get(CHOICE) instanceof String choice) {
            return Choice.of(choice);
        }
        return claims.stream()
                .map(claim -> id(content, claim))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Choice.NONE);
    }

    private static Optional<Choice> id(Map<String, Object> content, String claim) {
        Object value = content;
        for (String step : JsonUtils.splitClaimPath(claim)) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value instanceof Map<?, ?> map && map.get("id") instanceof String id
                ? Optional.of(Choice.of(id))
                : Optional.empty();
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
