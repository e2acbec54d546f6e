// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import io.roster.access.PermissionKey;
import io.roster.workspaces.workspace.AdminsChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An override of a teammate was made, changed or removed, or has ended.
 *
 * @param before empty for one that was made
 * @param after empty for one that is gone
 * @param ended whether it is gone because its end has passed
 */
public record OverrideChanged(
        RealmId realm,
        WorkspaceId workspace,
        UserId user,
        PermissionKey permission,
        Optional<TeammateOverride> before,
        Optional<TeammateOverride> after,
        boolean ended)
        implements AdminsChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfTeammate(workspace, user));
    }

    @Override
    public boolean isByItself() {
        return ended;
    }

    @Override
    public Description description() {
        String action = before.isEmpty() ? "made" : after.isPresent() ? "changed" : ended ? "ended" : "removed";
        return Description.of(realm, workspace, "override." + action, "teammate", user.value())
                .from(state(before))
                .to(state(after))
                .by(before.or(() -> after).orElseThrow().source().key());
    }

    private Map<String, Object> state(Optional<TeammateOverride> override) {
        return override.map(some -> Described.state(
                        "effect", some.effect().key(),
                        "permission", permission.value(),
                        "project", some.project(),
                        "until", some.until(),
                        "reason", some.reason()))
                .orElse(Map.of());
    }
}
