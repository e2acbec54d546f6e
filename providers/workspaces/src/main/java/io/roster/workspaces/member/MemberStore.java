// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.RoleUse;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where teammates are. */
public interface MemberStore extends RoleUse {

    /**
     * Adds a teammate with the words by which a search finds them; changes nothing if the user is one already.
     *
     * @return whether the user was none before
     */
    boolean insert(RealmId realm, WorkspaceId workspace, Teammate teammate, List<String> words);

    Optional<Teammate> find(WorkspaceId workspace, UserId user);

    /** The same as it is now, whatever this session has read before. */
    Optional<Teammate> reread(WorkspaceId workspace, UserId user);

    /** Those whom the query means at this moment, in its order, from after the position on. */
    List<Found> page(WorkspaceId workspace, TeammateQuery query, Instant now, int max, Optional<Found.Position> after);

    /** Gives a teammate a role and raises their counter. */
    void assign(WorkspaceId workspace, UserId user, Assigned assigned, Source source);

    /** Says where a teammate starts, or that nobody has said, and raises their counter. */
    void start(WorkspaceId workspace, UserId user, Optional<Start> start);

    /** Some workspaces where somebody's role has ended by now, at most so many. */
    List<Lapsing.Place> lapsed(Instant now, int max);

    /** Some teammates whose role has ended by now, at most so many. */
    List<Teammate> lapsed(WorkspaceId workspace, Instant now, int max);

    /**
     * Raises somebody's counter, because something of theirs changed that isn't in their row.
     *
     * @return whether there is such a teammate
     */
    boolean touch(WorkspaceId workspace, UserId user);

    /** Whether Keycloak has such a team in the workspace now. */
    boolean hasTeam(WorkspaceId workspace, TeamId team);

    /** Suspends somebody or has them active again, and raises their counter. */
    void setStatus(WorkspaceId workspace, UserId user, Teammate.Status status);

    /** Copies anew what lists sort and search somebody by, without a change of the teammate. */
    void copy(Workspace workspace, UserId user, Card card);

    /** The same in all workspaces of a user. */
    void copy(UserId user, Card card);

    void delete(WorkspaceId workspace, UserId user);

    /**
     * Makes everybody a teammate who is a member of an organization of this realm and isn't one yet, and every
     * managed membership unmanaged. What lists sort and search by is copied where it never was; members who live in a
     * federation have it once they are first listed.
     *
     * @param role the realm's default role, for the workspaces that have set none themselves
     * @return how many became teammates
     */
    int adopt(RealmId realm, RoleRef role, Instant joined);

    /** The workspaces of a user, always in the same order, so that whoever locks them all never meets another. */
    List<WorkspaceId> workspaces(UserId user);

    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
