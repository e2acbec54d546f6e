// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.access.Gift;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;

/** Something that is given to teams, and so to whoever is in them. */
public interface TeamUse {

    /** What whoever is in the team has by it, as written: also where it doesn't count at the moment. */
    List<Gift> carriedBy(Workspace workspace, TeamId team);

    /** The team goes, and what was given to it with it. The workspace's row is held. */
    void removed(Caller caller, Workspace workspace, TeamId team);
}
