// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.utils.KeycloakSessionUtil;

/** Reads the body of the present request. */
public final class RequestBody {

    private static final int LARGEST = 1 << 20;

    private RequestBody() {}

    /**
     * Reads a body that has to be there.
     *
     * @throws Problem {@code validation} if it isn't JSON of this shape (the field is named), {@code unsupported} if it
     *     isn't sent as JSON, {@code too-large} above 1 MiB
     */
    public static <T> T read(InputStream body, Class<T> type) {
        return readIfAny(body, type).orElseThrow(() -> Problem.validation("body", "is empty: send a JSON object"));
    }

    /** The same for a call that may come without a body. */
    public static <T> Optional<T> readIfAny(InputStream body, Class<T> type) {
        requireJson(KeycloakSessionUtil.getKeycloakSession()
                .getContext()
                .getHttpRequest()
                .getHttpHeaders());
        byte[] bytes = bytes(body);
        return bytes.length == 0 ? Optional.empty() : Optional.of(Json.parse(bytes, type));
    }

    /** Asked first: the server has eaten a form by now, and calling it empty would send its sender astray. */
    private static void requireJson(HttpHeaders headers) {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        boolean isEmpty = "0".equals(headers.getHeaderString(HttpHeaders.CONTENT_LENGTH));
        if (type != null
                && !isEmpty
                && !type.toLowerCase(Locale.ROOT).matches("application/([a-z.-]+\\+)?json *(;.*)?")) {
            throw Problem.of(
                    ProblemCode.UNSUPPORTED,
                    "The body is sent as " + type + ": send JSON, with the header Content-Type: application/json.");
        }
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Problem.of(ProblemCode.TOO_LARGE, "The body is larger than 1 MiB: send less at once.");
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.validation("body", "could not be read to its end");
        }
    }
}
