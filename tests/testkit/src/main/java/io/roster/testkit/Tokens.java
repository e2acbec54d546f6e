// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The token endpoint and its neighbours, as one client of the realm. */
public final class Tokens {

    private final String openid;
    private final Map<String, String> client;

    Tokens(String realmUrl, String clientId, String secret) {
        this.openid = realmUrl + "/protocol/openid-connect";
        this.client =
                secret == null ? Map.of("client_id", clientId) : Map.of("client_id", clientId, "client_secret", secret);
    }

    public TokenReply password(Person person, String scope) {
        return token(Map.of(
                "grant_type",
                "password",
                "username",
                person.username(),
                "password",
                person.password(),
                "scope",
                scope));
    }

    public TokenReply refresh(TokenReply earlier) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", earlier.refreshToken()));
    }

    /** For the code with which a browser came back to this address. */
    public TokenReply code(String code, String address) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", address));
    }

    public TokenReply serviceAccount(String scope) {
        return token(Map.of("grant_type", "client_credentials", "scope", scope));
    }

    /** Another token for this client, which must be a confidential one, from a token of another client (RFC 8693). */
    public TokenReply exchange(TokenReply subject, String scope) {
        return token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                subject.bearer(),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "scope",
                scope));
    }

    /** Userinfo at some writing of its path, with fields of a form that have no business there. */
    public Reply userinfo(TokenReply token, String path, Map<String, String> fields) {
        return new Api(openid, token::bearer)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post(path, body(fields));
    }

    public Reply userinfo(TokenReply token) {
        return new Api(openid, token::bearer).get("/userinfo");
    }

    /** Asked by this client, which must be a confidential one. */
    public Reply introspect(TokenReply token) {
        return form("/token/introspect", Map.of("token", token.bearer()));
    }

    private TokenReply token(Map<String, String> grant) {
        return new TokenReply(form("/token", grant));
    }

    private Reply form(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(client);
        all.putAll(fields);
        return Api.exchange(HttpRequest.newBuilder(URI.create(openid + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body(all)))
                .build());
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
