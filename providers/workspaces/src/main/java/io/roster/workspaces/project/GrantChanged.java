// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A grant was made, changed or removed, or has ended.
 *
 * @param before empty for a new one
 * @param after empty for one that is gone
 * @param ended whether it went because its end has passed
 */
public record GrantChanged(
        RealmId realm,
        WorkspaceId workspace,
        Optional<WorkspaceGrant> before,
        Optional<WorkspaceGrant> after,
        boolean ended)
        implements AccessChanged, Described {

    private WorkspaceGrant grant() {
        return after.or(() -> before).orElseThrow();
    }

    @Override
    public List<Reach> reach() {
        return List.of(grant().grantee()
                .teammate()
                .<Reach>map(user -> new Reach.OfTeammate(workspace, user))
                .orElse(new Reach.OfWorkspace(workspace)));
    }

    @Override
    public Description description() {
        Description description = Description.of(realm, workspace, action(), "grant", grant().id())
                .from(before.map(GrantChanged::state).orElse(Map.of()))
                .to(after.map(GrantChanged::state).orElse(Map.of()));
        return ended ? description.by(grant().source().key()) : description;
    }

    private String action() {
        if (ended) {
            return "grant.ended";
        }
        if (before.isEmpty()) {
            return "grant.made";
        }
        return after.isEmpty() ? "grant.removed" : "grant.changed";
    }

    private static Map<String, Object> state(WorkspaceGrant grant) {
        return Described.state(
                "project", grant.project(),
                "team", grant.grantee().team().map(Object::toString),
                "teammate", grant.grantee().teammate().map(Object::toString),
                "role", grant.role().map(role -> role.key()),
                "until", grant.until());
    }
}
