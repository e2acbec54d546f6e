// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.member.Session;
import io.roster.workspaces.member.Sessions;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions as Keycloak would have them, each for one workspace. Whoever is suspended or removed has none left. */
public final class InMemorySessions implements Sessions {

    private record Place(WorkspaceId workspace, UserId user) {}

    private final Map<Place, List<Session>> all = new LinkedHashMap<>();
    private final List<String> done;

    /** @param done where it is written that all were ended */
    InMemorySessions(List<String> done) {
        this.done = done;
    }

    /** Somebody signed in to these apps. */
    public Session open(WorkspaceId workspace, UserId user, String id, Instant used, String... apps) {
        Session session = new Session(
                id,
                used,
                used,
                false,
                Optional.empty(),
                Arrays.stream(apps)
                        .map(app -> new Session.App(app, Optional.empty()))
                        .toList());
        List<Session> sessions = new ArrayList<>(of(workspace, user));
        sessions.add(session);
        all.put(new Place(workspace, user), List.copyOf(sessions));
        return session;
    }

    @Override
    public List<Session> of(WorkspaceId workspace, UserId user) {
        return all.getOrDefault(new Place(workspace, user), List.of());
    }

    @Override
    public void end(WorkspaceId workspace, UserId user) {
        all.remove(new Place(workspace, user));
        done.add("sessions of " + user + " in " + workspace);
    }

    @Override
    public void end(WorkspaceId workspace, UserId user, String id) {
        all.put(
                new Place(workspace, user),
                of(workspace, user).stream()
                        .filter(session -> !session.id().equals(id))
                        .toList());
        done.add("session " + id + " of " + user + " in " + workspace);
    }
}
