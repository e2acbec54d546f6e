// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.realm.Realms;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Switches Roster on where the attributes of a realm ask for it. */
public final class RealmFollower {

    private static final Logger LOG = Logger.getLogger(RealmFollower.class);

    private RealmFollower() {}

    /**
     * A realm was made or imported, its users and organizations included.
     *
     * @throws IllegalStateException if what it brings for Roster can't be carried out: the import fails as a whole
     */
    public static void created(KeycloakSession session, RealmModel created) {
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(created);
        try {
            switchOn(session);
        } catch (Problem problem) {
            throw new IllegalStateException(
                    "Roster can't be switched on in realm " + created.getName() + ": " + problem.getMessage());
        } finally {
            session.getContext().setRealm(before);
        }
    }

    /**
     * A realm's settings were saved. If they ask for what can't be done, none of them are: the transaction is rolled
     * back, because the one who saves gets no other sign (Keycloak 26.7 swallows a listener's exceptions).
     */
    static void updated(KeycloakSession session, RealmModel realm) {
        try {
            switchOn(session);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Roster can't be switched on in realm %s, so its settings were not saved", realm.getName());
            session.getTransactionManager().setRollbackOnly();
        }
    }

    private static void switchOn(KeycloakSession session) {
        Realms realms = session.getProvider(Workspaces.class).realms();
        if (realms.isWaiting()) {
            LOG.infof(
                    "Roster is switched on in realm %s: %s",
                    session.getContext().getRealm().getName(), realms.switchOn(new Caller.Server(), Optional.empty()));
        }
    }
}
