// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import org.keycloak.testframework.realm.RealmBuilder;

/** A realm that comes with Roster switched on, by its attribute. */
public class RosterOn extends RosterOff {

    @Override
    public RealmBuilder configure(RealmBuilder realm) {
        return super.configure(realm).attribute("roster.enabled", "true");
    }
}
