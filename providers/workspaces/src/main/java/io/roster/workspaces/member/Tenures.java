// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.access.Gift;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.Until;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives roles, for ever or until a moment, and has the rows say so when one has ended. */
final class Tenures {

    /** Ends of one workspace that one sweep takes; the next one goes on. */
    private static final int SWEPT = 500;

    private final MemberStore store;
    private final Roles roles;
    private final Settings settings;
    private final Guard guard;
    private final Events events;
    private final Clock clock;

    Tenures(MemberStore store, Roles roles, Settings settings, Guard guard, Events events, Clock clock) {
        this.store = store;
        this.roles = roles;
        this.settings = settings;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives a teammate, whose workspace this transaction holds, a role. The role that follows it is given too: both are
     * compared with what the caller holds, each for its time.
     *
     * @throws Problem {@code validation}, {@code ceiling}
     */
    Role give(Caller caller, Workspace workspace, Teammate teammate, NewRole wanted, Source source) {
        Instant now = clock.now();
        Role role = roles.assignable(workspace, wanted.key());
        Until.requireAhead(wanted.until(), now);
        Optional<Role> next = next(workspace, wanted);
        Assigned assigned = new Assigned(role.ref(), wanted.until(), next.map(Role::ref));
        if (assigned.equals(teammate.assigned())) {
            return role;
        }
        List<Gift> given = new ArrayList<>();
        given.add(Gift.inWorkspace(role.permissions(), wanted.until()));
        next.ifPresent(then -> given.add(Gift.inWorkspace(then.permissions(), Optional.empty())));
        guard.requireBelowCeiling(caller, workspace, guard.carriedBy(workspace, teammate.user()), given);
        // what has ended meanwhile is said to have ended, by nobody, before somebody changes it
        store.find(workspace.id(), teammate.user())
                .filter(written -> written.assigned().hasEnded(now))
                .ifPresent(written -> end(new Caller.Server(), workspace.realm(), workspace.id(), written));
        store.assign(workspace.id(), teammate.user(), assigned, source);
        events.publish(
                caller, new TeammateRoleChanged(workspace, teammate.user(), teammate.assigned(), assigned, source));
        return role;
    }

    /** Has the role that follows take the place of each one that has ended. */
    void sweep(Caller caller, RealmId realm, WorkspaceId workspace) {
        store.lapsed(workspace, clock.now(), SWEPT).forEach(teammate -> end(caller, realm, workspace, teammate));
    }

    private Optional<Role> next(Workspace workspace, NewRole wanted) {
        if (wanted.until().isEmpty() && wanted.then().isPresent()) {
            throw Problem.validation("then", "follows a role with an end: send until too, or leave it out");
        }
        return wanted.until()
                .map(end -> wanted.then()
                        .map(key -> roles.assignable(workspace, "then", key))
                        .orElseGet(
                                () -> roles.of(workspace, settings.of(workspace).defaultRole())));
    }

    private void end(Caller caller, RealmId realm, WorkspaceId workspace, Teammate ended) {
        RoleRef next = ended.assigned().next().orElseThrow();
        store.assign(workspace, ended.user(), Assigned.lasting(next), ended.source());
        events.publish(
                caller, new TeammateRoleEnded(realm, workspace, ended.user(), ended.assigned(), next, ended.source()));
    }
}
