// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The answers that resources give, all alike. */
public final class Answers {

    private Answers() {}

    /** Something as it is, with the version that a later change can name in {@code If-Match}. */
    public static Response one(Object representation, String version) {
        return json(Response.ok(), representation).tag(version).build();
    }

    public static Response one(Object representation) {
        return json(Response.ok(), representation).build();
    }

    public static Response made(URI location, Object representation, String version) {
        return json(Response.created(location), representation).tag(version).build();
    }

    public static Response nothing() {
        return Response.noContent()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    public static <T> Response page(Page<T> page, Function<T, ?> representation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page.items().stream().map(representation).toList());
        body.put("next", page.next().map(Cursor::encode).orElse(null));
        return one(body);
    }

    /**
     * Something that seldom changes: a caller keeps it for a while, and then asks by its tag whether it is still so.
     *
     * @param isPublic whether it is the same for everybody; then a browser app of every origin may read it
     */
    public static Response kept(Request request, String tag, String json, boolean isPublic, int freshSeconds) {
        EntityTag entityTag = new EntityTag(tag);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(entityTag);
        Response.ResponseBuilder response =
                unchanged != null ? unchanged : Response.ok(json, MediaType.APPLICATION_JSON_TYPE);
        response.tag(entityTag)
                .header(HttpHeaders.CACHE_CONTROL, (isPublic ? "public" : "private") + ", max-age=" + freshSeconds);
        if (isPublic) {
            response.header("Access-Control-Allow-Origin", "*");
        }
        return response.build();
    }

    private static Response.ResponseBuilder json(Response.ResponseBuilder response, Object representation) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.write(representation));
    }
}
