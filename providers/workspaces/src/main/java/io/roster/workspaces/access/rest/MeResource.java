// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access.rest;

import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the caller may do in one workspace, by the clock of the answer. */
public final class MeResource {

    private final UserId user;
    private final Workspace workspace;
    private final EffectiveAccess access;

    public MeResource(UserId user, Workspace workspace, EffectiveAccess access) {
        this.user = user;
        this.workspace = workspace;
        this.access = access;
    }

    @GET
    public Response get() {
        Standing standing = access.in(workspace.realm(), workspace.id(), user).orElseThrow(KnownWorkspaces::unknown);
        Map<String, List<String>> projects = new LinkedHashMap<>();
        standing.effective().projects().forEach((key, set) -> projects.put(key, keys(standing, set)));
        return Answers.one(new MeRepresentation(
                new WorkspaceRepresentation(workspace.id().value(), workspace.alias(), workspace.name()),
                standing.role(),
                keys(standing, standing.effective().workspace()),
                projects));
    }

    private static List<String> keys(Standing standing, PermissionSet permissions) {
        return standing.catalogue().permissions().keys(permissions).stream()
                .map(PermissionKey::value)
                .toList();
    }

    record MeRepresentation(
            WorkspaceRepresentation workspace,
            String role,
            List<String> permissions,
            Map<String, List<String>> projects) {}

    record WorkspaceRepresentation(String id, String alias, String name) {}
}
