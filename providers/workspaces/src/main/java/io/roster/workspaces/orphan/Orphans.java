// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

import io.roster.workspaces.access.Guard;
import io.roster.workspaces.access.StandingAdmins;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.AdminsChanged;
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
 * Watches which workspaces have somebody who can run them. It hears of every change in the transaction of the change,
 * whose workspace's row is held, and writes and says what came of it. A change through Roster's own doors comes to that
 * only where an administrator forced it; what Keycloak does, and an end that passes, is never refused.
 */
public final class Orphans implements Events {

    private static final int READ = 200;

    private final OrphanStore store;
    private final WorkspaceStore workspaces;
    private final StandingAdmins admins;
    private final Guard guard;
    private final Events events;
    private final Clock clock;

    public Orphans(
            OrphanStore store,
            WorkspaceStore workspaces,
            StandingAdmins admins,
            Guard guard,
            Events events,
            Clock clock) {
        this.store = store;
        this.workspaces = workspaces;
        this.admins = admins;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The workspaces of the realm, of which an administrator may view the organizations, by alias.
     *
     * @param orphaned whether only those that nobody can run any more
     * @throws Problem {@code forbidden} for anybody but an administrator
     */
    public Page<Seen> list(Caller caller, RealmId realm, boolean orphaned, PageRequest request) {
        Caller.Administrator administrator = administrator(caller);
        List<Overview> seen = new ArrayList<>();
        Optional<String> after = request.after().map(cursor -> cursor.values().get(0));
        boolean goesOn = true;
        while (goesOn && seen.size() <= request.max()) {
            List<Overview> read = store.page(realm, orphaned, READ, after);
            read.stream()
                    .filter(one -> administrator
                            .rights()
                            .viewsOrganization(one.workspace().id().value()))
                    .forEach(seen::add);
            goesOn = read.size() == READ;
            after = goesOn ? Optional.of(read.get(READ - 1).workspace().alias()) : after;
        }
        return Page.cut(
                seen.stream()
                        .limit(request.max() + 1L)
                        .map(one -> new Seen(one, manages(administrator, one.workspace())))
                        .toList(),
                request.max(),
                last -> Cursor.of(last.overview().workspace().alias()));
    }

    /**
     * One workspace.
     *
     * @throws Problem {@code forbidden} for anybody but an administrator who may view the organization
     */
    public Seen get(Caller caller, Workspace workspace) {
        Caller.Administrator administrator = administrator(caller);
        guard.requireInside(caller, workspace);
        Overview overview = store.find(workspace.id())
                .map(known -> new Overview(workspace, known.hadAdmin(), known.orphaned()))
                .orElseGet(() -> new Overview(workspace, false, Optional.empty()));
        return new Seen(overview, manages(administrator, workspace));
    }

    @Override
    public void publish(Caller caller, Event event) {
        if (event instanceof AdminsChanged changed) {
            changed.reach().stream()
                    .flatMap(Orphans::workspace)
                    .distinct()
                    .forEach(workspace -> review(caller, workspace));
        }
    }

    /**
     * What a user has to sign in with may have changed, or whether they may. Nobody's row is waited for where they run
     * nothing.
     */
    public void signsInOtherwise(Caller caller, RealmId realm, UserId user) {
        for (WorkspaceId workspace : store.watched(user)) {
            if (admins.holdsWhatItTakes(realm, workspace, user)) {
                workspaces.lock(realm, workspace);
                if (workspaces.exists(workspace)) {
                    review(caller, workspace);
                } else {
                    workspaces.removeAll(workspace);
                }
            }
        }
    }

    private static Caller.Administrator administrator(Caller caller) {
        if (caller instanceof Caller.Administrator administrator) {
            return administrator;
        }
        throw Problem.of(ProblemCode.FORBIDDEN, "This is for realm administrators.");
    }

    private static boolean manages(Caller.Administrator administrator, Workspace workspace) {
        return administrator.rights().managesOrganization(workspace.id().value());
    }

    private void review(Caller caller, WorkspaceId workspace) {
        Optional<OrphanStore.State> known = store.find(workspace);
        if (known.isEmpty()) {
            return;
        }
        OrphanStore.State before = known.get();
        boolean isRun = admins.anyIn(before.realm(), workspace);
        if (isRun && (before.orphaned().isPresent() || !before.hadAdmin())) {
            store.write(workspace, Optional.empty());
            if (before.orphaned().isPresent()) {
                events.publish(caller, new WorkspaceRescued(before.realm(), workspace));
            }
        } else if (!isRun && before.hadAdmin() && before.orphaned().isEmpty()) {
            store.write(workspace, Optional.of(clock.now()));
            events.publish(
                    caller, new WorkspaceOrphaned(before.realm(), workspace, caller instanceof Caller.Administrator));
        }
    }

    private static Stream<WorkspaceId> workspace(Reach reach) {
        if (reach instanceof Reach.OfWorkspace whole) {
            return Stream.of(whole.workspace());
        }
        return reach instanceof Reach.OfTeammate one ? Stream.of(one.workspace()) : Stream.empty();
    }
}
