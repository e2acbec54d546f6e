// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.PermissionOverride;
import io.roster.access.Project;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads everything that is written about a teammate's access, in as many statements as there are methods here. */
public interface AccessStore {

    /**
     * One membership as written.
     *
     * @param enabled whether the organization is enabled
     * @param active whether the membership is active
     * @param role the role; where it has an end, until then
     * @param until when the role ends
     * @param next the role that follows then
     * @param plan what the workspace's plan unlocks, or empty for everything
     * @param start the project and the environment that open first, or empty for the workspace's first
     * @param revision revision of the realm's catalogue
     */
    record Membership(
            WorkspaceId workspace,
            String alias,
            UserId user,
            boolean enabled,
            boolean active,
            WrittenRole role,
            Optional<Instant> until,
            Optional<WrittenRole> next,
            Optional<Entitlements> plan,
            Optional<Start> start,
            Counters counters,
            String revision) {}

    /**
     * A role as written.
     *
     * @param preset whether the key is a preset's; else it is a custom role's
     * @param permissions bits of the custom role
     * @param added bits that the workspace added to the preset, or null
     * @param removed bits that the workspace removed from the preset, or null
     */
    record WrittenRole(String key, boolean preset, String permissions, String added, String removed) {}

    /**
     * The two numbers that rise with every change: the workspace's, in which the changes of the realm's plans count too,
     * and the teammate's.
     */
    record Counters(long workspace, long teammate) {}

    /**
     * A grant that reaches somebody, by name or through a team.
     *
     * @param role what it gives, or empty for one that lets them use their workspace role
     */
    record WrittenGrant(String project, Optional<WrittenRole> role, Optional<Instant> until) {}

    /**
     * What is written beside the role, and as the membership had it at that moment what rises or is replaced whenever
     * something changes.
     */
    record Written(
            Counters counters,
            String revision,
            Optional<Entitlements> plan,
            List<PermissionOverride> overrides,
            List<WrittenGrant> grants) {

        /** Whether nothing has changed between the reading of the membership and this. */
        boolean isOf(Membership membership) {
            return counters.equals(membership.counters())
                    && revision.equals(membership.revision())
                    && plan.equals(membership.plan());
        }
    }

    Optional<Membership> find(WorkspaceId workspace, UserId user);

    Optional<Written> written(WorkspaceId workspace, UserId user);

    /**
     * What is written for one project, whoever has it; the same for many people is there once.
     *
     * @param grants those with a role
     * @param allowed what is allowed to teammates in this project alone
     */
    record WrittenThere(List<WrittenGrant> grants, List<PermissionOverride> allowed) {}

    WrittenThere writtenIn(WorkspaceId workspace, String project);

    /** Every role of a workspace that isn't as the realm has it: custom roles, and presets that it has edited. */
    List<WrittenRole> roles(WorkspaceId workspace);

    /** Active teammates who are assigned one of these roles, by id, from after one of them on. */
    List<UserId> assigned(WorkspaceId workspace, Collection<String> roles, Optional<UserId> after, int max);

    /**
     * What carries one permission in a workspace.
     *
     * @param roles keys of the roles that have it
     * @param bit its number, by which it is allowed or denied to somebody
     */
    record Carriers(Collection<String> roles, int bit) {}

    /**
     * Active teammates to whom each of these permissions is carried, by a role that is or will be theirs or by an
     * allowance in the workspace, whether it counts at the moment or not; by id, from after one of them on.
     */
    List<UserId> carrying(WorkspaceId workspace, List<Carriers> each, Optional<UserId> after, int max);

    /** The projects of a workspace for which there are rows; {@code main} may be missing. */
    List<Project> projects(WorkspaceId workspace);

    /** Active memberships, in enabled workspaces or not, at most so many. */
    List<Membership> memberships(RealmId realm, UserId user, int max);

    /** The same in enabled workspaces alone. */
    List<Membership> enabledMemberships(RealmId realm, UserId user, int max);

    /** All workspaces with suspended memberships, enabled or not. */
    List<WorkspaceId> suspendedWorkspaces(RealmId realm, UserId user);
}
