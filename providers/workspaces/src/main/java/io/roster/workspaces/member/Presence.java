// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.List;

/** Takes teammates what they have in a workspace, for a while or for good, by whatever way that was decided. */
final class Presence {

    private final MemberStore store;
    private final WorkspaceStore workspaces;
    private final Sessions sessions;
    private final Memberships memberships;
    private final List<Belonging> belongings;
    private final Events events;
    private final Clock clock;

    Presence(
            MemberStore store,
            WorkspaceStore workspaces,
            Sessions sessions,
            Memberships memberships,
            List<Belonging> belongings,
            Events events,
            Clock clock) {
        this.store = store;
        this.workspaces = workspaces;
        this.sessions = sessions;
        this.memberships = memberships;
        this.belongings = List.copyOf(belongings);
        this.events = events;
        this.clock = clock;
    }

    void suspend(Caller caller, Workspace workspace, Teammate teammate) {
        store.setStatus(workspace.id(), teammate.user(), Teammate.Status.SUSPENDED);
        sessions.end(workspace.id(), teammate.user());
        events.publish(caller, new TeammateSuspended(workspace, teammate.user()));
    }

    void reactivate(Caller caller, Workspace workspace, Teammate teammate) {
        store.setStatus(workspace.id(), teammate.user(), Teammate.Status.ACTIVE);
        events.publish(caller, new TeammateReactivated(workspace, teammate.user()));
    }

    /** What follows the membership in Keycloak finds that all is done, and says nothing more. */
    void remove(Caller caller, Workspace workspace, Teammate teammate) {
        left(caller, workspace.realm(), workspace.id(), teammate);
        memberships.remove(workspace.id(), teammate.user());
    }

    void left(Caller caller, RealmId realm, WorkspaceId workspace, Teammate teammate) {
        sessions.end(workspace, teammate.user());
        gone(caller, realm, workspace, teammate);
    }

    /** The same for somebody whose sessions all go anyway. Whoever comes back starts above their last counter. */
    void gone(Caller caller, RealmId realm, WorkspaceId workspace, Teammate teammate) {
        UserId user = teammate.user();
        workspaces.liftFloor(workspace, teammate.epoch() + 1);
        belongings.forEach(belonging -> belonging.removeAll(workspace, user));
        store.delete(workspace, user);
        events.publish(
                caller,
                new TeammateLeft(
                        realm, workspace, user, teammate.at(clock.now()).role()));
    }
}
