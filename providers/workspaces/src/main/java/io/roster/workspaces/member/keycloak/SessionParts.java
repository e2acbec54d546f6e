// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.keycloak;

import io.roster.workspaces.member.Session;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;

/**
 * The parts of a session that are for one workspace. What is told of it is read from them alone: when the session as a
 * whole began and was used tells of other workspaces too.
 */
record SessionParts(WorkspaceId workspace, UserSessionModel whole, List<AuthenticatedClientSessionModel> clients) {

    String id() {
        return Session.idOf(workspace, whole.isOffline(), whole.getId());
    }

    /** Those whose tokens could still be refreshed; nothing if there are none. */
    Optional<SessionParts> running(Instant now) {
        List<AuthenticatedClientSessionModel> running =
                clients.stream().filter(client -> isRunning(client, now)).toList();
        return running.isEmpty() ? Optional.empty() : Optional.of(new SessionParts(workspace, whole, running));
    }

    Session told() {
        return new Session(
                id(),
                Instant.ofEpochSecond(seconds(this::started).min().orElseThrow()),
                Instant.ofEpochSecond(seconds(SessionParts::used).max().orElseThrow()),
                whole.isOffline(),
                Optional.ofNullable(whole.getIpAddress()),
                clients.stream().map(client -> app(client.getClient())).toList());
    }

    private IntStream seconds(ToIntFunction<AuthenticatedClientSessionModel> when) {
        return clients.stream().mapToInt(when);
    }

    /** As Keycloak asks it at a refresh (AuthenticationManager.isClientSessionValid, 26.7). */
    private boolean isRunning(AuthenticatedClientSessionModel client, Instant now) {
        long idle = SessionExpirationUtils.calculateClientSessionIdleTimestamp(
                whole.isOffline(), whole.isRememberMe(), millis(used(client)), whole.getRealm(), client.getClient());
        long life = SessionExpirationUtils.calculateClientSessionMaxLifespanTimestamp(
                whole.isOffline(),
                whole.isRememberMe(),
                millis(client.getStarted()),
                millis(whole.getStarted()),
                whole.getRealm(),
                client.getClient());
        return idle > now.toEpochMilli() && (life == -1 || life > now.toEpochMilli());
    }

    /** Keycloak says 0 where it doesn't know. */
    private int started(AuthenticatedClientSessionModel client) {
        return client.getStarted() > 0 ? client.getStarted() : whole.getStarted();
    }

    @SuppressWarnings("removal") // only this tells of one client: Keycloak 26.7 names nothing in its place
    private static int used(AuthenticatedClientSessionModel client) {
        return client.getTimestamp();
    }

    /** Keycloak's own clients have the key of a text as their name. */
    private static Session.App app(ClientModel client) {
        return new Session.App(
                client.getClientId(),
                Optional.ofNullable(client.getName()).filter(name -> !name.isBlank() && !name.startsWith("${")));
    }

    private static long millis(int seconds) {
        return seconds * 1_000L;
    }
}
