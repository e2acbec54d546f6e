// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Calls below one address, as one caller. Immutable: {@link #with} gives another one. Whatever is called and answered is
 * held against the description of the API.
 */
public final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final Supplier<String> bearer;
    private final Map<String, String> headers;

    /** @param bearer asked before each call, because tokens end; null for nobody */
    public Api(String base, Supplier<String> bearer) {
        this(base, bearer, Map.of());
    }

    private Api(String base, Supplier<String> bearer, Map<String, String> headers) {
        this.base = base;
        this.bearer = bearer;
        this.headers = headers;
    }

    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, bearer, Map.copyOf(more));
    }

    public Api ifMatch(String etag) {
        return with("If-Match", etag);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Reply put(String path) {
        return send("PUT", path, null);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /** A body that isn't text goes out as JSON; null is no body. */
    public Reply send(String method, String path, Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer.get());
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
        Reply reply = exchange(request.build());
        Contract.OURS.check(reply, body);
        return reply;
    }

    static Reply exchange(HttpRequest request) {
        try {
            return Reply.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted: " + request.method() + " " + request.uri(), e);
        }
    }
}
