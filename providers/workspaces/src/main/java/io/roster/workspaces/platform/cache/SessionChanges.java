// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** The changes of a Keycloak session's transaction. */
public final class SessionChanges implements Changes {

    private static final Logger LOG = Logger.getLogger(SessionChanges.class);

    private final KeycloakSession session;
    private final Stamps stamps;
    private final Set<String> topics = new LinkedHashSet<>();

    public SessionChanges(KeycloakSession session, Stamps stamps) {
        this.session = session;
        this.stamps = stamps;
    }

    @Override
    public void add(Collection<String> changed) {
        if (topics.isEmpty() && !changed.isEmpty()) {
            // after completion and not with the commit: whoever hears of it reads at once, and has to find it
            session.getTransactionManager().enlistAfterCompletion(new Announcement());
        }
        topics.addAll(changed);
    }

    @Override
    public boolean isPending() {
        return !topics.isEmpty();
    }

    private void announce(List<String> changed) {
        stamps.change(changed);
        try {
            session.getProvider(ClusterProvider.class).notify(TopicsChanged.TASK, new TopicsChanged(changed), true);
        } catch (RuntimeException e) {
            // the change stands: other nodes see it when their entries end, within a minute
            LOG.error("Other nodes weren't told of a change of access, and see it within a minute", e);
        }
    }

    private final class Announcement extends AbstractKeycloakTransaction {

        @Override
        protected void commitImpl() {
            List<String> changed = new ArrayList<>(topics);
            topics.clear();
            announce(changed);
        }

        @Override
        protected void rollbackImpl() {
            topics.clear();
        }
    }
}
