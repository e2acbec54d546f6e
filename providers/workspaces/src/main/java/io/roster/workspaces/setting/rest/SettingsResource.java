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
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of one workspace. */
@Tag(name = "Settings", description = "How Roster behaves in the realm and in a workspace.")
public final class SettingsResource {

    private final Caller caller;
    private final Workspace workspace;
    private final Settings settings;

    public SettingsResource(Caller caller, Workspace workspace, Settings settings) {
        this.caller = caller;
        this.workspace = workspace;
        this.settings = settings;
    }

    @GET
    @Operation(operationId = "getSettings", summary = "What the workspace sets itself, and what counts in it.")
    @APIResponseSchema(value = SettingsRepresentation.class, responseDescription = "The settings.")
    @Terms(permission = "security-settings.manage", administrator = "view the organization")
    public Response get() {
        return answer(settings.get(caller, workspace));
    }

    @PUT
    @Operation(
            operationId = "saveSettings",
            summary = "Makes what the workspace sets itself what the body says.",
            description =
                    "The default role is a gift: it, and the one before, have to be within what the caller holds.")
    @RequestBodySchema(WantedSettings.class)
    @APIResponseSchema(value = SettingsRepresentation.class, responseDescription = "The settings as they are now.")
    @Terms(
            permission = "security-settings.manage",
            administrator = "manage the organization",
            problems = ProblemCode.CEILING)
    public Response save(@HeaderParam("If-Match") String ifMatch, InputStream body) {
        WantedSettings wanted = RequestBody.read(body, WantedSettings.class);
        return answer(settings.save(caller, workspace, wanted.wanted(), Expected.of(ifMatch)));
    }

    private static Response answer(SettingSheet sheet) {
        return Answers.one(SettingsRepresentation.of(sheet), sheet.version());
    }
}
