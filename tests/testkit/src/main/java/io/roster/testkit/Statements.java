// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.keycloak.models.KeycloakSession;

/**
 * Listens to what the server asks its database. Runs inside the server, as {@link Rows} does. It hears every statement
 * that Hibernate prepares, which Hibernate's own statistics don't: they leave out what is read as a stream.
 */
public final class Statements {

    private static final String LOG = "org.hibernate.SQL";
    /** Each call brings the class anew: what has to stay between them stays where the JVM keeps things. */
    private static final String HEARD = "roster.test.statements";

    private Statements() {}

    /** Starts to listen, and forgets what was heard before. */
    public static void start(KeycloakSession session) {
        stop(session);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        System.getProperties().put(HEARD, heard);
        Logger log = Logger.getLogger(LOG);
        log.setUseParentHandlers(false);
        log.setLevel(Level.FINE);
        log.addHandler(new Ear(heard));
    }

    public static void stop(KeycloakSession session) {
        Logger log = Logger.getLogger(LOG);
        log.setLevel(Level.INFO);
        for (Handler handler : log.getHandlers()) {
            log.removeHandler(handler);
        }
        log.setUseParentHandlers(true);
    }

    /** The statements since the start that touch a table of ours. */
    public static List<String> ours(KeycloakSession session) {
        return heard(" ws_");
    }

    /** The statements since the start that touch the table of group memberships, organizations among them. */
    public static List<String> memberships(KeycloakSession session) {
        return heard("group_membership");
    }

    /** The statements since the start that touch Keycloak's table of client sessions. */
    public static List<String> clientSessions(KeycloakSession session) {
        return heard("offline_client_session");
    }

    /** The statements since the start that touch Keycloak's table of roles. */
    public static List<String> roles(KeycloakSession session) {
        return heard("keycloak_role");
    }

    private static List<String> heard(String table) {
        return ((Queue<?>) System.getProperties().get(HEARD))
                .stream()
                        .map(String::valueOf)
                        .filter(statement -> statement.toLowerCase(Locale.ROOT).contains(table))
                        .toList();
    }

    private static final class Ear extends Handler {

        private final Queue<String> heard;

        private Ear(Queue<String> heard) {
            this.heard = heard;
        }

        @Override
        public void publish(LogRecord statement) {
            heard.add(statement.getMessage());
        }

        @Override
        public void flush() {
            // keeps nothing back
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}
