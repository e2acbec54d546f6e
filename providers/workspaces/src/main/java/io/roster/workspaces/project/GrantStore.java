// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.member.Belonging;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.role.RoleUse;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where grants are. Those to a teammate go with them. As a use of a role an ended grant counts until it is swept: its
 * row still names the role.
 */
public interface GrantStore extends RoleUse, Belonging {

    void insert(Workspace workspace, WorkspaceGrant grant);

    Optional<WorkspaceGrant> find(WorkspaceId workspace, String id);

    /** The one that there can be of this project, grantee and source, ended or not. */
    Optional<WorkspaceGrant> find(WorkspaceId workspace, String project, Grantee grantee, Source source);

    /** Those of a project that are live at this moment, by id, from after the given one on. */
    List<WorkspaceGrant> ofProject(
            WorkspaceId workspace, String project, Instant now, int max, Optional<String> afterId);

    /** The same of all projects to any of these. */
    List<WorkspaceGrant> to(
            WorkspaceId workspace, Collection<Grantee> grantees, Instant now, int max, Optional<String> afterId);

    /** Every grant to this team or teammate, ended or not. */
    List<WorkspaceGrant> allTo(WorkspaceId workspace, Grantee grantee);

    /** Those of a workspace that have ended by this moment. */
    List<WorkspaceGrant> ended(WorkspaceId workspace, Instant now);

    /** Some workspaces in which grants have ended by this moment, at most so many. */
    List<Lapsing.Place> lapsed(Instant now, int max);

    /** Writes role, end and version. */
    void update(WorkspaceId workspace, WorkspaceGrant grant);

    void delete(WorkspaceId workspace, String id);

    /** Takes this user's id out of every grant that they made for somebody else. */
    void forgetMaker(UserId user);

    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
