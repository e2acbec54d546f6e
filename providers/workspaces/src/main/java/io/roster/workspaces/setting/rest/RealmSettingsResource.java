// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.setting.SettingSheet;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.workspace.RealmId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of the realm, for every workspace that says nothing else. */
@Tag(name = "Settings")
public final class RealmSettingsResource {

    private final Caller caller;
    private final RealmId realm;
    private final Settings settings;

    public RealmSettingsResource(Caller caller, RealmId realm, Settings settings) {
        this.caller = caller;
        this.realm = realm;
        this.settings = settings;
    }

    @GET
    @Operation(operationId = "getRealmSettings", summary = "What the realm sets itself, and what counts in it.")
    @APIResponseSchema(value = SettingsRepresentation.class, responseDescription = "The settings.")
    @Terms(administrator = "view the realm", problems = ProblemCode.NOT_READY)
    public Response get() {
        return answer(settings.get(caller, realm));
    }

    @PUT
    @Operation(
            operationId = "saveRealmSettings",
            summary = "Makes what the realm sets itself what the body says.",
            description = "It counts in every workspace that says nothing else.")
    @RequestBodySchema(WantedSettings.class)
    @APIResponseSchema(value = SettingsRepresentation.class, responseDescription = "The settings as they are now.")
    @Terms(administrator = "manage the realm", problems = ProblemCode.NOT_READY)
    public Response save(@HeaderParam("If-Match") String ifMatch, InputStream body) {
        WantedSettings wanted = RequestBody.read(body, WantedSettings.class);
        return answer(settings.save(caller, realm, wanted.wanted(), Expected.of(ifMatch)));
    }

    private static Response answer(SettingSheet sheet) {
        return Answers.one(SettingsRepresentation.of(sheet), sheet.version());
    }
}
