// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.Project;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.cache.Changes;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers what teammates may do, for tokens and checks alike. Whoever gets no answer has no permission. It remembers
 * what it has read, and reads again what has changed since: every node answers by a change within a second after its
 * commit, or within a minute where the message of it was lost. What decides over changes is never remembered: that is
 * {@link Standings}.
 */
public final class EffectiveAccess {

    /** Whoever is in more workspaces than this is looked up each time that they don't say which one they mean. */
    private static final int REMEMBERED_WORKSPACES = 50;

    private final Standings standings;
    private final WorkspaceStore workspaces;
    private final Organizations organizations;
    private final AccessMemory memory;
    private final Changes changes;
    private final Clock clock;

    public EffectiveAccess(
            Standings standings,
            WorkspaceStore workspaces,
            Organizations organizations,
            AccessMemory memory,
            Changes changes,
            Clock clock) {
        this.standings = standings;
        this.workspaces = workspaces;
        this.organizations = organizations;
        this.memory = memory;
        this.changes = changes;
        this.clock = clock;
    }

    /** What this user has in this workspace: nothing unless an active teammate of it, and it enabled. */
    public Optional<Standing> in(RealmId realm, WorkspaceId workspace, UserId user) {
        return in(realm, workspace, user, List.of());
    }

    private Optional<Standing> in(
            RealmId realm, WorkspaceId workspace, UserId user, List<AccessStore.Membership> justRead) {
        List<String> topics = topics(
                new Reach.OfRealm(realm), new Reach.OfWorkspace(workspace), new Reach.OfTeammate(workspace, user));
        return memory.standings()
                .get(
                        new AccessMemory.Member(realm, workspace, user),
                        topics,
                        changes,
                        () -> standings.in(realm, workspace, user, of(workspace, justRead), id -> projects(realm, id)))
                .filter(standing -> organizations.isEnabled(workspace))
                .map(standing -> standing.at(clock.now()));
    }

    /** The same for the workspace of this alias in the realm of this session. */
    public Optional<Standing> named(RealmId realm, String alias, UserId user) {
        return memory.aliases()
                .get(
                        new AccessMemory.Alias(realm, alias),
                        topics(new Reach.OfRealm(realm)),
                        changes,
                        () -> byAlias(alias))
                // an alias never changes, but an organization can go and another one come with the same
                .filter(organizations::isEnabled)
                .or(() -> byAlias(alias))
                .flatMap(workspace -> in(realm, workspace, user));
    }

    /** What this user has in the only workspace that they are in; empty if they are in none or in several. */
    public Optional<Standing> inOnly(RealmId realm, UserId user) {
        List<AccessStore.Membership> justRead = new ArrayList<>();
        List<WorkspaceId> known = memory.memberships()
                .get(
                        new AccessMemory.User(realm, user),
                        topics(new Reach.OfRealm(realm), new Reach.OfMemberships(user)),
                        changes,
                        () -> {
                            justRead.addAll(standings.memberships(realm, user, REMEMBERED_WORKSPACES + 1));
                            return Optional.of(workspaces(justRead));
                        })
                .orElseThrow();
        if (known.size() > REMEMBERED_WORKSPACES) {
            List<AccessStore.Membership> enabled = standings.enabledMemberships(realm, user, 2);
            return enabled.size() == 1 ? in(realm, enabled.get(0).workspace(), user, enabled) : Optional.empty();
        }
        List<WorkspaceId> enabled =
                known.stream().filter(organizations::isEnabled).limit(2).toList();
        return enabled.size() == 1 ? in(realm, enabled.get(0), user, justRead) : Optional.empty();
    }

    private static List<WorkspaceId> workspaces(List<AccessStore.Membership> memberships) {
        return memberships.stream().map(AccessStore.Membership::workspace).toList();
    }

    private static Optional<AccessStore.Membership> of(
            WorkspaceId workspace, List<AccessStore.Membership> memberships) {
        return memberships.stream()
                .filter(membership -> membership.workspace().equals(workspace))
                .findFirst();
    }

    private List<Project> projects(RealmId realm, WorkspaceId workspace) {
        return memory.projects()
                .get(
                        workspace,
                        topics(new Reach.OfRealm(realm), new Reach.OfWorkspace(workspace)),
                        changes,
                        () -> Optional.of(standings.projects(workspace)))
                .orElseThrow();
    }

    private Optional<WorkspaceId> byAlias(String alias) {
        return workspaces.named(alias).map(Workspace::id);
    }

    private static List<String> topics(Reach... reaches) {
        return Stream.of(reaches).map(Reach::topic).toList();
    }
}
