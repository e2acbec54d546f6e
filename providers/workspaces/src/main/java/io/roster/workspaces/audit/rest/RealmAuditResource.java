// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.rest;

import io.roster.workspaces.audit.AuditLog;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.RealmId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log of the realm: what is no workspace's. */
@Tag(name = "Audit", description = "Who changed whose access, when, from what to what.")
public final class RealmAuditResource {

    private final Caller caller;
    private final RealmId realm;
    private final AuditLog log;

    public RealmAuditResource(Caller caller, RealmId realm, AuditLog log) {
        this.caller = caller;
        this.realm = realm;
        this.log = log;
    }

    @GET
    @Operation(operationId = "listRealmAudit", summary = "What is the realm's and no workspace's, newest first.")
    @APIResponseSchema(value = EntryRepresentation.class, responseDescription = "One page of entries.")
    @Terms(administrator = "view the realm")
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                log.list(caller, realm, PageRequest.of(max, after, AuditResource.SORT_VALUES)),
                EntryRepresentation::of);
    }
}
