// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.orphan.Notices;
import io.roster.workspaces.orphan.OrphanStore;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.workspace.Lapsing;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Cleans up after ends, from time to time, and tells the realm's contact of workspaces that nobody can run any more. Each workspace is a transaction of its own that holds the workspace's row, so
 * that nodes that sweep at once come one after the other, and the second finds nothing to do. One that fails doesn't keep
 * the others from being swept. Nobody's access depends on it. Its simple name is the name of the turn in the whole
 * cluster (ClusterAwareScheduledTaskRunner, 26.7), so it has to be one that no other extension has.
 */
public final class LapsedAccessSweeper implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(LapsedAccessSweeper.class);

    /** Workspaces of one turn for each kind of thing that ends; the next turn goes on. */
    private static final int MOST = 200;

    @Override
    public void run(KeycloakSession session) {
        Set<Lapsing.Place> places = new LinkedHashSet<>();
        wiring(session).lapsing().forEach(kind -> places.addAll(kind.lapsed(MOST)));
        for (Lapsing.Place place : places) {
            try {
                KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> sweep(own, place));
            } catch (RuntimeException e) {
                LOG.errorf(e, "What has ended in workspace %s could not be swept; the next turn tries again", place);
            }
        }
        tell(session);
    }

    private static void tell(KeycloakSession session) {
        for (OrphanStore.Place place : wiring(session).notices().pending(MOST)) {
            try {
                KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> tell(own, place));
            } catch (RuntimeException e) {
                LOG.warnf(
                        "Nobody could be told that workspace %s is orphaned (%s); the next turn tries again",
                        place, e.getMessage());
            }
        }
    }

    private static void tell(KeycloakSession session, OrphanStore.Place place) {
        RealmModel realm = session.realms().getRealm(place.realm().value());
        if (realm != null) {
            session.getContext().setRealm(realm);
            try {
                wiring(session).notices().send(place);
            } catch (Notices.UnsentException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    private static void sweep(KeycloakSession session, Lapsing.Place place) {
        RealmModel realm = session.realms().getRealm(place.realm().value());
        if (realm != null) {
            session.getContext().setRealm(realm);
            wiring(session).sweep(new Caller.Server(), place);
        }
    }

    private static DefaultWorkspaces wiring(KeycloakSession session) {
        return (DefaultWorkspaces) session.getProvider(Workspaces.class);
    }
}
