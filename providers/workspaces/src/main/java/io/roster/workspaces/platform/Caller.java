// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.Optional;

/** Who asks. Built once for each request, by the API, and handed down to whatever decides. */
public sealed interface Caller {

    /** The user who acts for themselves or as an administrator; empty for an app and for Roster itself. */
    default Optional<String> actor() {
        if (this instanceof Person person) {
            return Optional.of(person.userId());
        }
        return this instanceof Administrator administrator ? Optional.of(administrator.userId()) : Optional.empty();
    }

    /** Somebody with a token of this realm, who acts within what they hold in a workspace. */
    record Person(String userId, String clientId) implements Caller {}

    /**
     * An app that calls for itself: inside the workspaces to which its client is bound, and there with the scopes of its
     * token alone, never with a permission of a person.
     *
     * @param clientId the client for which the token was made
     * @param ownClient Keycloak's own id of the client that the account belongs to
     */
    record ServiceAccount(String clientId, String ownClient, String userId) implements Caller {}

    /**
     * Somebody whom Keycloak lets administer this realm, or parts of it: above every workspace's own rules.
     *
     * @param forces whether they said that a workspace may be left without anybody who can run it
     */
    record Administrator(String userId, AdminRights rights, boolean forces) implements Caller {

        public Administrator(String userId, AdminRights rights) {
            this(userId, rights, false);
        }
    }

    /** Roster itself, following what happened in Keycloak or a realm import. */
    record Server() implements Caller {}
}
