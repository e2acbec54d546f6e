// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Finds the one workspace of which a token tells. */
public final class ActiveWorkspace {

    private final EffectiveAccess access;

    public ActiveWorkspace(EffectiveAccess access) {
        this.access = access;
    }

    /**
     * What the person has in the workspace that the request means: the one that the session chose before; else the one
     * that the request names; else the one chosen on Keycloak's page; else the only one that they are in. Nothing if
     * the request names several or all, if it isn't clear what it asked for, or if the person isn't an active teammate
     * there: never another workspace instead, and once chosen never another one.
     */
    public Optional<Standing> of(RealmId realm, UserId user, Request request) {
        if (request.earlier().isPresent()) {
            return request.earlier().get().workspace().flatMap(workspace -> access.in(realm, workspace, user));
        }
        if (!request.isClear()) {
            return Optional.empty();
        }
        if (!request.named().isEmpty()) {
            String alias = request.named().get(0);
            return request.named().size() > 1 || alias.equals("*") || alias.isEmpty()
                    ? Optional.empty()
                    : access.named(realm, alias, user);
        }
        if (request.chosen().isPresent()) {
            return access.in(realm, request.chosen().get(), user);
        }
        return access.inOnly(realm, user);
    }

    /**
     * The workspace that the request asks Keycloak for, if the person is suspended there: whoever asks for it gets
     * nothing at all, not even a token in which only Keycloak's own claim tells of it. Where all are asked for, none is
     * meant.
     */
    public Optional<WorkspaceId> refused(RealmId realm, UserId user, Request request) {
        if (!request.asksForOrganizations() || of(realm, user, request).isPresent()) {
            return Optional.empty();
        }
        List<WorkspaceId> suspended = access.suspendedIn(realm, user);
        if (suspended.isEmpty()) {
            return Optional.empty();
        }
        if (request.named().isEmpty()) {
            return request.chosen()
                    .map(chosen -> Optional.of(chosen).filter(suspended::contains))
                    .orElseGet(() -> access.suspendedInOnly(realm, user));
        }
        return asked(realm, request).stream().filter(suspended::contains).findFirst();
    }

    /** The workspaces that the request names, or that was chosen for it. */
    public List<WorkspaceId> asked(RealmId realm, Request request) {
        return request.named().isEmpty()
                ? request.chosen().filter(chosen -> request.open()).stream().toList()
                : request.named().stream()
                        .filter(alias -> !alias.equals("*"))
                        .flatMap(alias -> access.workspace(realm, alias).stream())
                        .toList();
    }
}
