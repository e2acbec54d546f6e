// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.RoleUse;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where teammates are. */
public interface MemberStore extends RoleUse {

    /**
     * Adds a teammate; changes nothing if the user is one already.
     *
     * @return whether the user was none before
     */
    boolean insert(RealmId realm, WorkspaceId workspace, Teammate teammate);

    Optional<Teammate> find(WorkspaceId workspace, UserId user);

    /** The same as it is now, whatever this session has read before. */
    Optional<Teammate> reread(WorkspaceId workspace, UserId user);

    /** Teammates in the order of their sort names, from after the given name and user on. */
    List<Teammate> page(WorkspaceId workspace, int max, Optional<String> afterName, Optional<String> afterUser);

    void assign(WorkspaceId workspace, UserId user, RoleRef role, Source source, long epoch);

    /** Copies a name again, without a change of the teammate. */
    void rename(WorkspaceId workspace, UserId user, String sortName);

    /** The same in all workspaces of a user. */
    void rename(UserId user, String sortName);

    void delete(WorkspaceId workspace, UserId user);

    /**
     * Makes everybody a teammate who is a member of an organization of this realm and isn't one yet, and every
     * managed membership unmanaged.
     *
     * @return how many became teammates
     */
    int adopt(RealmId realm, RoleRef role, Instant joined);

    /** The workspaces of a user, always in the same order, so that whoever locks them all never meets another. */
    List<WorkspaceId> workspaces(UserId user);

    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
