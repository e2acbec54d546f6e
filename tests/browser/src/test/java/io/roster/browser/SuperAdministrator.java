// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import java.util.List;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/** An administrator of all realms, who signs in to {@code master}. */
final class SuperAdministrator {

    private SuperAdministrator() {}

    /** A new one; the admin console of {@code master} has Roster's theme from then on. */
    static Person of(TestRealm realm) {
        TestRealm master = realm.sibling("master");
        RealmResource keycloak = master.keycloak();
        RealmRepresentation themed = keycloak.toRepresentation();
        themed.setAdminTheme("roster");
        keycloak.update(themed);
        Person person = master.person();
        keycloak.users()
                .get(person.id())
                .roles()
                .realmLevel()
                .add(List.of(keycloak.roles().get("admin").toRepresentation()));
        return person;
    }
}
