// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.access.Guard;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sessions in which teammates have tokens for a workspace. Of a session that is for several, each sees and ends its
 * own part. Who may look at teammates and change them may look at their sessions and end them. Everybody's own are among
 * them: to end these takes nothing from anybody.
 */
public final class TeammateSessions {

    private final Members members;
    private final Sessions sessions;
    private final Guard guard;
    private final Events events;

    public TeammateSessions(Members members, Sessions sessions, Guard guard, Events events) {
        this.members = members;
        this.sessions = sessions;
        this.guard = guard;
        this.events = events;
    }

    /**
     * The sessions of a teammate, the one that was used last first.
     *
     * @throws Problem {@code not-found} for somebody who is no teammate; {@code validation} for a cursor of another list
     */
    public Page<Session> list(Caller caller, Workspace workspace, UserId user, PageRequest request) {
        members.look(caller, workspace, user);
        Stream<Session> sorted = sessions.of(workspace.id(), user).stream().sorted(Session.NEWEST_FIRST);
        List<Session> rest = request.after()
                .map(after -> sorted.filter(session -> isBehind(session, after)))
                .orElse(sorted)
                .limit(request.max() + 1L)
                .toList();
        return Page.cut(rest, request.max(), TeammateSessions::cursor);
    }

    /**
     * Ends all of them. Nothing else changes: whoever signs in again has what they had.
     *
     * @throws Problem {@code not-found} for somebody who is no teammate; {@code ceiling} for somebody with
     *     {@code user-permissions.change}, if the caller lacks that
     */
    public void endAll(Caller caller, Workspace workspace, UserId user) {
        members.forChange(caller, workspace, user, Expected.any());
        List<Session> all = sessions.of(workspace.id(), user);
        if (!all.isEmpty()) {
            requireMayEnd(caller, workspace, user);
            sessions.end(workspace.id(), user);
            events.publish(caller, new SessionsEnded(workspace, user, all, List.of()));
        }
    }

    /**
     * Ends one of them.
     *
     * @throws Problem as {@link #endAll}; {@code not-found} for a session that isn't for this workspace, too
     */
    public void end(Caller caller, Workspace workspace, UserId user, String id) {
        members.forChange(caller, workspace, user, Expected.any());
        List<Session> all = sessions.of(workspace.id(), user);
        List<Session> others =
                all.stream().filter(session -> !session.id().equals(id)).toList();
        if (others.size() == all.size()) {
            throw Problem.notFound("session: {session} is the id that the list of the teammate's sessions gives");
        }
        requireMayEnd(caller, workspace, user);
        sessions.end(workspace.id(), user, id);
        events.publish(caller, new SessionsEnded(workspace, user, all, others));
    }

    private void requireMayEnd(Caller caller, Workspace workspace, UserId user) {
        boolean own = caller instanceof Caller.Person person && person.userId().equals(user.value());
        if (!own) {
            guard.requireMayTakeFrom(caller, workspace, user);
        }
    }

    private static Cursor cursor(Session session) {
        return Cursor.of(Long.toString(session.used().toEpochMilli()), session.id());
    }

    private static boolean isBehind(Session session, Cursor after) {
        int older = Long.compare(after.number(), session.used().toEpochMilli());
        return older > 0 || older == 0 && session.id().compareTo(after.values().get(1)) > 0;
    }
}
