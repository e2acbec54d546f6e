// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.keycloak;

import io.roster.workspaces.member.People;
import io.roster.workspaces.member.Profile;
import io.roster.workspaces.workspace.UserId;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Reads users through Keycloak's cache. */
public final class KeycloakPeople implements People {

    private final KeycloakSession session;

    public KeycloakPeople(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Optional<Profile> find(UserId user) {
        RealmModel realm = session.getContext().getRealm();
        return Optional.ofNullable(session.users().getUserById(realm, user.value()))
                .map(KeycloakPeople::profile);
    }

    private static Profile profile(UserModel user) {
        return new Profile(user.getUsername(), user.getFirstName(), user.getLastName(), user.getEmail());
    }
}
