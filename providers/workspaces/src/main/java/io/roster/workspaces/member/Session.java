// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A session of a teammate, as far as it is for one workspace.
 *
 * @param id of this session for this workspace, and no other's: see {@link #idOf}
 * @param started since when an app has tokens in it
 * @param used when an app last got tokens
 * @param offline whether it goes on without anybody being signed in
 * @param address from where the person signed in, where Keycloak knows it
 * @param apps by client id
 */
public record Session(
        String id, Instant started, Instant used, boolean offline, Optional<String> address, List<App> apps) {

    /** What was used last comes first. */
    static final Comparator<Session> NEWEST_FIRST =
            Comparator.comparing(Session::used).reversed().thenComparing(Session::id);

    /**
     * A client that has tokens for the workspace.
     *
     * @param name for people, if it has one
     */
    public record App(String clientId, Optional<String> name) {}

    public Session {
        apps = apps.stream().sorted(Comparator.comparing(App::clientId)).toList();
    }

    /**
     * The id by which a workspace's people know a session. Keycloak's own is in every token of it, is the same for all
     * workspaces, so that theirs could be put together, and an online and an offline session can share it.
     */
    public static String idOf(WorkspaceId workspace, boolean offline, String keycloaks) {
        return Digest.of(List.of(workspace.value(), offline ? "offline" : "online", keycloaks));
    }
}
