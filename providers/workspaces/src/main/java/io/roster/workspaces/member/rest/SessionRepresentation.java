// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.rest;

import io.roster.workspaces.member.Session;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session on the wire: never anything with which somebody could use it. */
@Schema(name = "Session", description = "A session of a teammate, as far as it is for the workspace.")
record SessionRepresentation(
        @Schema(description = "Of this session for this workspace; not Keycloak's own id of it")
        String id,

        @Schema(format = "date-time", description = "Since when an app has tokens in it")
        String started,

        @Schema(format = "date-time", description = "When an app last got tokens")
        String used,

        @Schema(description = "Whether it goes on without anybody being signed in")
        boolean offline,

        @Schema(nullable = true, description = "From where the person signed in, as far as Keycloak knows")
        String address,

        @Schema(description = "The clients that have tokens for the workspace")
        List<App> apps) {

    static SessionRepresentation of(Session session) {
        return new SessionRepresentation(
                session.id(),
                session.started().toString(),
                session.used().toString(),
                session.offline(),
                session.address().orElse(null),
                session.apps().stream().map(App::of).toList());
    }

    @Schema(name = "SessionApp", description = "A client that has tokens for the workspace.")
    record App(
            @Schema(description = "Its client id", examples = "analytics")
            String client,

            @Schema(nullable = true, description = "Its name for people")
            String name) {

        static App of(Session.App app) {
            return new App(app.clientId(), app.name().orElse(null));
        }
    }
}
