// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Who did it, by id alone.
 *
 * @param id empty for the server, which is nobody
 * @param realm the realm of an administrator who is of another one than what was changed; else empty
 */
public record Actor(Kind kind, Optional<String> id, Optional<RealmId> realm) {

    public static final Actor SERVER = new Actor(Kind.SERVER, Optional.empty(), Optional.empty());

    public Actor {
        Objects.requireNonNull(kind, "kind of actor");
    }

    /** As what they did it. */
    public enum Kind {
        /** Somebody of the workspace, or who was about to come in or go. */
        PERSON,
        /** Somebody whom Keycloak lets administer. */
        ADMINISTRATOR,
        /** An app, by the user that Keycloak keeps for its client. */
        SERVICE_ACCOUNT,
        /** Roster or Keycloak by itself, or nobody knows who. */
        SERVER;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public static Actor person(String id) {
        return new Actor(Kind.PERSON, Optional.of(id), Optional.empty());
    }

    public static Actor serviceAccount(String id) {
        return new Actor(Kind.SERVICE_ACCOUNT, Optional.of(id), Optional.empty());
    }

    public static Actor administrator(String id, Optional<RealmId> realm) {
        return new Actor(Kind.ADMINISTRATOR, Optional.of(id), realm);
    }

    /** The user of the realm that was changed, if it is one. */
    Optional<UserId> user() {
        return realm.isPresent() ? Optional.empty() : id.map(UserId::new);
    }
}
