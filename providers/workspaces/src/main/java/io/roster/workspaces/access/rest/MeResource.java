// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access.rest;

import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller may do in one workspace, by the clock of the answer. */
@Tag(name = "Oneself", description = "What the caller may do.")
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
    @Operation(operationId = "getMe", summary = "One's own role, permissions and projects.")
    @APIResponseSchema(value = MeRepresentation.class, responseDescription = "What the caller may do now.")
    @Terms(ofAPerson = true)
    public Response get() {
        Standing standing = access.in(workspace.realm(), workspace.id(), user).orElseThrow(KnownWorkspaces::unknown);
        Map<String, List<String>> projects = new LinkedHashMap<>();
        standing.effective().projects().forEach((key, set) -> projects.put(key, keys(standing, set)));
        return Answers.one(new MeRepresentation(
                user.value(),
                new WorkspaceRepresentation(workspace.id().value(), workspace.alias(), workspace.name()),
                standing.role(),
                keys(standing, standing.effective().workspace()),
                projects,
                standing.plan().map(Entitlements::sorted).orElse(List.of(Entitlements.EVERYTHING))));
    }

    private static List<String> keys(Standing standing, PermissionSet permissions) {
        return standing.catalogue().permissions().keys(permissions).stream()
                .map(PermissionKey::value)
                .toList();
    }

    @Schema(name = "Me", description = "What the caller may do in the workspace.")
    record MeRepresentation(
            @Schema(description = "Keycloak's id of the user")
            String user,

            WorkspaceRepresentation workspace,
            @Schema(description = "Key of the role") String role,

            @Schema(description = "Keys of what they may do in the workspace, in the order of bits")
            List<String> permissions,

            @Schema(description = "By key of a project that they can open: what they may do there")
            Map<String, List<String>> projects,

            @Schema(description = "What the workspace's plan unlocks; `everything` has what comes later too")
            List<String> entitlements) {}

    @Schema(name = "Workspace", description = "A Keycloak organization.")
    record WorkspaceRepresentation(
            String id,

            @Schema(description = "Never changes", examples = "acme")
            String alias,

            String name) {}
}
