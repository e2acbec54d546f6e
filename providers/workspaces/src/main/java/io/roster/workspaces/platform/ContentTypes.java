// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/** The header {@code Content-Type} of a request. */
public final class ContentTypes {

    private ContentTypes() {}

    /**
     * Asked before anything else, whoever calls. Keycloak 26.7 reads the header once more when it adds its own headers to the
     * answer, and answers 500 where it can't (DefaultSecurityHeadersProvider); so it is told not to add them.
     *
     * @throws Problem {@code unsupported} for what is no media type (RFC 9110 section 8.3.1)
     */
    public static void requireReadable(KeycloakSession session) {
        String type = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isReadable(type)) {
            session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
            throw Problem.of(
                    ProblemCode.UNSUPPORTED,
                    "The header Content-Type is no media type: send JSON, with the header Content-Type: application/json.");
        }
    }

    private static boolean isReadable(String type) {
        try {
            MediaType.valueOf(type);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
