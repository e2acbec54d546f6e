// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.own.rest;

import io.roster.workspaces.own.OwnWorkspace;
import io.roster.workspaces.own.OwnWorkspaces;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.RealmId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workspaces of whoever calls. */
@Tag(name = "Oneself")
public final class OwnWorkspacesResource {

    private final Caller caller;
    private final RealmId realm;
    private final OwnWorkspaces workspaces;

    public OwnWorkspacesResource(Caller caller, RealmId realm, OwnWorkspaces workspaces) {
        this.caller = caller;
        this.realm = realm;
        this.workspaces = workspaces;
    }

    @GET
    @Operation(
            operationId = "listOwnWorkspaces",
            summary = "The workspaces in which the caller is an active teammate, by alias.")
    @APIResponseSchema(
            value = OwnWorkspaceRepresentation.class,
            responseDescription = "One page of one's own workspaces.")
    @Terms(ofAPerson = true)
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                workspaces.list(caller, realm, PageRequest.of(max, after, 1)), OwnWorkspaceRepresentation::of);
    }

    @Schema(name = "OwnWorkspace", description = "A workspace that the caller is in.")
    record OwnWorkspaceRepresentation(
            String id,

            @Schema(description = "Never changes", examples = "acme")
            String alias,

            String name,

            @Schema(description = "Key of the role that counts now", examples = "analyst")
            String role,

            @Schema(description = "Name of the role in this workspace")
            String roleName) {

        static OwnWorkspaceRepresentation of(OwnWorkspace own) {
            return new OwnWorkspaceRepresentation(
                    own.workspace().id().value(),
                    own.workspace().alias(),
                    own.workspace().name(),
                    own.role(),
                    own.roleName());
        }
    }
}
