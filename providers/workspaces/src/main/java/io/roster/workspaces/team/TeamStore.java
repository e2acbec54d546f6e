// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Where teams are. Nothing that is read here depends on who asks. */
public interface TeamStore {

    /** Teams by name, from after the given one on, whether or not it is still there. */
    List<Team> page(Workspace workspace, int max, Optional<Team> after);

    /** The same of the teams in which somebody is. */
    List<Team> pageOf(Workspace workspace, UserId user, int max, Optional<Team> after);

    Optional<Team> find(Workspace workspace, TeamId team);

    /** A team whose name is the same to the eye, other than this one. */
    Optional<Team> named(Workspace workspace, TeamName name, Optional<TeamId> except);

    /**
     * Makes a team with nobody in it.
     *
     * @throws Problem {@code duplicate} for a name that the database takes for another team's
     */
    Team create(Workspace workspace, TeamName name);

    /**
     * Gives a team another name.
     *
     * @throws Problem as {@link #create}
     */
    Team rename(Workspace workspace, TeamId team, TeamName name);

    /** Deletes a team, what is below it, and who was in it. */
    void delete(Workspace workspace, TeamId team);

    boolean has(TeamId team, UserId user);

    /** Puts somebody in who isn't. */
    void add(Workspace workspace, TeamId team, UserId user);

    /** Takes somebody out who is in. */
    void remove(Workspace workspace, TeamId team, UserId user);
}
