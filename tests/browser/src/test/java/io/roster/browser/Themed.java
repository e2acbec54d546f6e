// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import io.roster.testkit.RosterOn;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testframework.realm.RealmBuilder;

/** A realm with Roster, whose own consoles have Roster's themes. */
final class Themed extends RosterOn {

    @Override
    public RealmBuilder configure(RealmBuilder realm) {
        RealmRepresentation themed = super.configure(realm).build();
        themed.setAdminTheme("roster");
        themed.setAccountTheme("roster");
        return RealmBuilder.update(themed);
    }
}
