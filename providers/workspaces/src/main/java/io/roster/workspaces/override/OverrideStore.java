// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import io.roster.access.Effect;
import io.roster.workspaces.member.Belonging;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where overrides are. What has ended is there until somebody deletes it. */
public interface OverrideStore extends Belonging {

    /** A teammate's overrides that haven't ended, in their order, from after the position on. */
    List<TeammateOverride> page(
            WorkspaceId workspace, UserId user, Instant now, int max, Optional<TeammateOverride.Position> after);

    Optional<TeammateOverride> find(WorkspaceId workspace, UserId user, String id);

    /** The one of this kind for this permission at this place, ended or not. */
    Optional<TeammateOverride> at(WorkspaceId workspace, UserId user, Effect effect, int bit, Optional<String> project);

    void insert(Workspace workspace, TeammateOverride override);

    /** Writes reason and end anew; nothing else of an override ever changes. */
    void update(WorkspaceId workspace, TeammateOverride override);

    void delete(WorkspaceId workspace, String id);

    /** Some workspaces where an override has ended by now, at most so many. */
    List<Lapsing.Place> lapsed(Instant now, int max);

    /** Some overrides that have ended by now, at most so many. */
    List<TeammateOverride> lapsed(WorkspaceId workspace, Instant now, int max);

    /** Takes this user's id out of every override that they made for somebody else. */
    void forgetMaker(UserId user);

    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
