// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/** Turns a {@link Problem} into the answer, for this one exception only: Keycloak's own endpoints never throw it. */
@Provider
public final class ProblemMapper implements ExceptionMapper<Problem> {

    @Override
    public Response toResponse(Problem problem) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        // Keycloak 26.7 commits when an exception mapper answers: half a change would stay
        session.getTransactionManager().setRollbackOnly();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.code().type());
        body.put("title", problem.code().title());
        body.put("status", problem.code().status());
        body.put("detail", problem.getMessage());
        body.put("instance", session.getContext().getUri().getRequestUri().getRawPath());
        body.putAll(problem.fields());
        Response.ResponseBuilder response = Response.status(problem.code().status())
                .type("application/problem+json")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .entity(Json.write(body));
        if (problem.code() == ProblemCode.INVALID_TOKEN) {
            response.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        } else if (problem.code() == ProblemCode.INSUFFICIENT_SCOPE) {
            response.header(
                    "WWW-Authenticate",
                    "Bearer error=\"insufficient_scope\", scope=\""
                            + problem.fields().get("scope") + "\"");
        }
        return response.build();
    }
}
