// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An answer of the token endpoint. Whatever is read from it demands that it was a 200. */
public record TokenReply(Reply reply) {

    /** The claim's name, where a mapper wasn't told another. */
    public static final String CLAIM = "workspace";

    public String bearer() {
        return reply.is(200).json().path("access_token").asText();
    }

    public String refreshToken() {
        return reply.is(200).json().path("refresh_token").asText();
    }

    public JsonNode access() {
        return Json.payload(bearer());
    }

    public JsonNode id() {
        return Json.payload(reply.is(200).json().path("id_token").asText());
    }

    /** The permission claim of the access token; a missing node where it has none. */
    public JsonNode claim() {
        return access().path(CLAIM);
    }

    /** The permissions of the claim's list form, in its order. */
    public List<String> permissions() {
        return Json.texts(claim().path("perms"));
    }

    /** The roles of this client in the access token, in its order; empty where it has none. */
    public List<String> roles(String client) {
        return Json.texts(access().path("resource_access").path(client).path("roles"));
    }
}
