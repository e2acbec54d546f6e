// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Map;

/**
 * Somebody ended sessions of a teammate, who still has all that they had.
 *
 * @param before the sessions for this workspace
 * @param after those that go on
 */
public record SessionsEnded(Workspace workspace, UserId user, List<Session> before, List<Session> after)
        implements Described {

    @Override
    public Description description() {
        return Description.of(workspace, "teammate.sessions-ended", "teammate", user.value())
                .from(state(before))
                .to(state(after));
    }

    private static Map<String, Object> state(List<Session> sessions) {
        List<String> clients = sessions.stream()
                .flatMap(session -> session.apps().stream())
                .map(Session.App::clientId)
                .distinct()
                .sorted()
                .toList();
        return Described.state("sessions", sessions.size(), "clients", clients);
    }
}
