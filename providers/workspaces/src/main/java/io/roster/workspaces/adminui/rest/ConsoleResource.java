// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.adminui.rest;

import io.roster.workspaces.adminui.ConsolePage;
import io.roster.workspaces.adminui.keycloak.KeycloakConsole;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page of the workspace console at every address below {@code console}: the page itself reads the rest of the
 * address, so a reload stays where it was. It isn't part of the API and stands in no description of it.
 */
public final class ConsoleResource {

    /** Nothing but what comes from this server as a file, and nothing around the page. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private final KeycloakConsole console;
    private final String path;

    /** @param path what the address has after {@code console}, decoded */
    public ConsoleResource(KeycloakConsole console, String path) {
        this.console = console;
        this.path = path;
    }

    @GET
    @Operation(hidden = true)
    public Response get() {
        ConsolePage page = console.page(alias())
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND,
                        "The console's pages aren't installed: put the roster-themes JAR beside roster-workspaces in"
                                + " the server's providers folder and build the server anew."));
        Response.ResponseBuilder response = Response.ok(page.html())
                .type("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "none")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin");
        console.takeOverHeaders().forEach(response::header);
        return response.build();
    }

    private String alias() {
        String[] segments = path.split("/");
        return segments.length < 2 ? "" : segments[1];
    }
}
