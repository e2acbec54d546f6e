// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
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
}
