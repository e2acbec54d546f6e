// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.KeycloakOrigin;
import io.roster.workspaces.platform.Origin;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.realm.Realms;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Switches Roster on where the attributes of a realm ask for it. */
public final class RealmFollower {

    private static final Logger LOG = Logger.getLogger(RealmFollower.class);

    private RealmFollower() {}

    /**
     * A realm was made or imported, its users and organizations included.
     *
     * @throws ModelException if what it brings for Roster can't be carried out: the import fails as a whole, and whoever
     *     imports over HTTP is told (400)
     */
    public static void created(KeycloakSession session, RealmModel created) {
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(created);
        try {
            switchOn(session);
        } catch (Problem problem) {
            throw new ModelException(
                    "Roster can't be switched on in realm " + created.getName() + ": " + problem.getMessage());
        } finally {
            session.getContext().setRealm(before);
        }
    }

    /**
     * A realm's settings were saved. What they ask for is done as soon as they are committed, in a transaction of its
     * own: if it can't be done the settings stay saved, the log says why, and the realm's state says that it waits.
     */
    static void updated(KeycloakSession session, RealmModel realm) {
        if (!session.getProvider(Workspaces.class).realms().isWaiting()) {
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String id = realm.getId();
        Origin origin = KeycloakOrigin.of(session);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                switchOn(factory, id, origin);
            }

            @Override
            protected void rollbackImpl() {
                // nothing was saved, so nothing is asked for
            }
        });
    }

    private static void switchOn(KeycloakSessionFactory factory, String realm, Origin origin) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                session.getContext().setRealm(session.realms().getRealm(realm));
                KeycloakOrigin.carry(origin, session);
                switchOn(session);
            });
        } catch (Problem problem) {
            LOG.errorf("Roster can't be switched on in realm %s: %s", realm, problem.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Roster can't be switched on in realm %s", realm);
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
