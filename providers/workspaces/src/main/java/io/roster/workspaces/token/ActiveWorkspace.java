// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Optional;

/** Finds the one workspace of which a token tells. */
public final class ActiveWorkspace {

    private final EffectiveAccess access;

    public ActiveWorkspace(EffectiveAccess access) {
        this.access = access;
    }

    /**
     * What the person has in the workspace that the request means: the one that it names; else the one chosen on
     * Keycloak's page; else the only one that they are in. Nothing if it names several or all, or one in which the
     * person isn't an active teammate: never another workspace instead.
     */
    public Optional<Standing> of(RealmId realm, UserId user, Request request) {
        if (!request.named().isEmpty()) {
            String alias = request.named().get(0);
            return request.named().size() > 1 || alias.equals("*") || alias.isEmpty()
                    ? Optional.empty()
                    : access.named(realm, alias, user);
        }
        if (request.chosen().isPresent()) {
            return access.in(realm, new WorkspaceId(request.chosen().get()), user);
        }
        return access.inOnly(realm, user);
    }
}
