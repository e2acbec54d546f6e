// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Runs the server's tests on PostgreSQL where {@code -Droster.it.database=postgres} says so: a server out of a JAR, on
 * loopback and a free port, for as long as the tests run.
 */
public final class PostgresForTheSuite implements LauncherSessionListener {

    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!"postgres".equals(System.getProperty("roster.it.database"))) {
            return;
        }
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // read by Keycloak's test framework when it starts the first server
        System.setProperty("kc.test.database", "remote");
        System.setProperty("kc.test.database.vendor", "postgres");
        System.setProperty("kc.test.database.url", postgres.getJdbcUrl("postgres", "postgres"));
        System.setProperty("kc.test.database.user", "postgres");
        System.setProperty("kc.test.database.password", "postgres");
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
