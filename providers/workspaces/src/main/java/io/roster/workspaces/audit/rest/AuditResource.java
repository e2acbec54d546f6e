// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.rest;

import io.roster.workspaces.audit.AuditLog;
import io.roster.workspaces.audit.ListedEntry;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** The log of one workspace, or of the realm. */
public final class AuditResource {

    private static final int SORT_VALUES = 1;

    private final Function<PageRequest, Page<ListedEntry>> entries;

    private AuditResource(Function<PageRequest, Page<ListedEntry>> entries) {
        this.entries = entries;
    }

    public static AuditResource of(Caller caller, Workspace workspace, AuditLog log) {
        return new AuditResource(request -> log.list(caller, workspace, request));
    }

    /** What is the realm's and no workspace's. */
    public static AuditResource of(Caller caller, RealmId realm, AuditLog log) {
        return new AuditResource(request -> log.list(caller, realm, request));
    }

    @GET
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(entries.apply(PageRequest.of(max, after, SORT_VALUES)), EntryRepresentation::of);
    }
}
