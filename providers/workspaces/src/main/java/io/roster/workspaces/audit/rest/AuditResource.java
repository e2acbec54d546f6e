// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.rest;

import io.roster.workspaces.audit.AuditLog;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log of one workspace. */
@Tag(name = "Audit", description = "Who changed whose access, when, from what to what.")
public final class AuditResource {

    static final int SORT_VALUES = 1;

    private final Caller caller;
    private final Workspace workspace;
    private final AuditLog log;

    public AuditResource(Caller caller, Workspace workspace, AuditLog log) {
        this.caller = caller;
        this.workspace = workspace;
        this.log = log;
    }

    @GET
    @Operation(operationId = "listAudit", summary = "The log of the workspace, newest first.")
    @APIResponseSchema(value = EntryRepresentation.class, responseDescription = "One page of entries.")
    @Terms(
            permission = "teammates.manage",
            administrator = "view the organization",
            ofPeople = ProblemCode.PLAN_REQUIRED)
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                log.list(caller, workspace, PageRequest.of(max, after, SORT_VALUES)), EntryRepresentation::of);
    }
}
