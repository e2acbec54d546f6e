// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.keycloak.services.cors.Cors;

/** Answers a browser that asks before it calls from another origin; it says nothing of what the call will answer. */
public final class Preflight {

    @OPTIONS
    @Path("{any:.*}")
    public Response preflight() {
        return Cors.builder()
                .preflight()
                .allowedMethods(BearerCallers.METHODS)
                .auth()
                .add(Response.ok());
    }
}
