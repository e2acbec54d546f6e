// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.ClientRepresentation;

/** Keycloak's own pages, as somebody sees them who has a browser with cookies and no scripts. */
public final class Browser {

    /** Where an app is called back; nothing answers there. */
    public static final String APP = "http://app.example.com/callback";

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final int MOST_PAGES = 12;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    /** Kept by hand: Keycloak makes them secure on localhost too, as browsers allow, and a cookie manager doesn't. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private final TestRealm realm;

    public Browser(TestRealm realm) {
        this.realm = realm;
    }

    /** Lets an app have people sign in on pages. */
    public static void allow(TestRealm realm, String client) {
        ClientRepresentation app = realm.client(client).toRepresentation();
        app.setRedirectUris(List.of(APP));
        app.setStandardFlowEnabled(true);
        realm.client(client).update(app);
    }

    /**
     * Has a public client sign somebody in. The answer is the last page that has no form to go on with, or the redirection
     * to the app.
     *
     * @param fields what is typed or chosen where a page has a field of that name
     */
    public Reply signIn(String client, String scope, Map<String, String> fields) {
        Map<String, String> query = Map.of(
                "client_id", client, "redirect_uri", APP, "response_type", "code", "scope", scope, "state", "any");
        Reply page =
                send(HttpRequest.newBuilder(URI.create(realm.url() + "/protocol/openid-connect/auth?" + form(query))));
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            String location = page.header("Location");
            Matcher form = FORM.matcher(page.text());
            if (location != null && !location.startsWith(APP)) {
                page = send(HttpRequest.newBuilder(page.uri().resolve(location)));
            } else if (location == null && page.status() == 200 && form.find()) {
                page = submit(page, form.group(1), fields);
            } else {
                return page;
            }
        }
        throw new AssertionError("no end of pages: " + page.text());
    }

    public Reply signIn(String client, String scope, Person person) {
        return signIn(client, scope, Map.of("username", person.username(), "password", person.password()));
    }

    /** The token for a sign-in that came back to the app. */
    public TokenReply token(String client, Reply returned) {
        Matcher code = CODE.matcher(String.valueOf(returned.is(302).header("Location")));
        if (!code.find()) {
            throw new AssertionError(returned.request() + "\n  no code in " + returned.header("Location"));
        }
        return realm.tokens(client).code(code.group(1), APP);
    }

    private Reply submit(Reply page, String action, Map<String, String> fields) {
        Map<String, String> known = fields.entrySet().stream()
                .filter(field -> page.text().contains("name=\"" + field.getKey() + "\""))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (known.isEmpty()) {
            throw new AssertionError("nothing to say to this page: " + page.text());
        }
        return send(HttpRequest.newBuilder(page.uri().resolve(action.replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(known))));
    }

    private Reply send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            Reply reply =
                    Reply.of(http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString()));
            reply.headers().allValues("Set-Cookie").stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(this::keep);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.hasExpired() || cookie.getValue().isEmpty()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
