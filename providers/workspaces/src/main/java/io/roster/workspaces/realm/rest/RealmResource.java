// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.realm.Realms;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of Roster in the realm, and its switch. */
@Tag(name = "Realm", description = "The state of Roster in the realm, and its switch.")
public final class RealmResource {

    private final Caller caller;
    private final Realms realms;

    public RealmResource(Caller caller, Realms realms) {
        this.caller = caller;
        this.realms = realms;
    }

    @GET
    @Operation(operationId = "getRealmState", summary = "The state of Roster in the realm.")
    @APIResponseSchema(value = StateRepresentation.class, responseDescription = "The state.")
    @Terms(administrator = "view the realm")
    public Response state() {
        return Answers.one(StateRepresentation.of(realms.state(caller)));
    }

    @POST
    @Path("enable")
    @Operation(
            operationId = "enable",
            summary = "Switches Roster on in the realm.",
            description = "Doing it again makes only what is missing. The body may be empty.")
    @RequestBodySchema(Choice.class)
    @APIResponseSchema(value = ReportRepresentation.class, responseDescription = "What was made and what was found.")
    @Terms(administrator = "manage the realm", problems = ProblemCode.NOT_READY)
    public Response enable(InputStream body) {
        String presets =
                RequestBody.readIfAny(body, Choice.class).map(Choice::presets).orElse(null);
        return Answers.one(ReportRepresentation.of(realms.switchOn(caller, Optional.ofNullable(presets))));
    }

    @POST
    @Path("disable")
    @Operation(operationId = "disable", summary = "Switches Roster off in the realm, and keeps all data.")
    @APIResponseSchema(value = StateRepresentation.class, responseDescription = "The state as it is now.")
    @Terms(administrator = "manage the realm")
    public Response disable() {
        return Answers.one(StateRepresentation.of(realms.switchOff(caller)));
    }

    @Schema(name = "SwitchOn", description = "How to switch on.")
    record Choice(
            @Schema(
                    nullable = true,
                    description = "The preset pack; chosen once, `default` unless said",
                    examples = "classic-2022")
            String presets) {}
}
