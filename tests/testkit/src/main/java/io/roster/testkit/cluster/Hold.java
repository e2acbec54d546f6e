// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A lock that a test holds so that requests provably stand in the middle of their transactions at the same moment.
 * Closing it undoes whatever took it.
 */
public final class Hold implements AutoCloseable {

    private static final Duration ARRIVING = Duration.ofSeconds(30);

    /** The second that waits for a row waits for the first, and not for us: so whom they wait for is followed. */
    private static final String WAITING = "with recursive waiting(pid) as ("
            + " select pid from pg_stat_activity where ? = any(pg_blocking_pids(pid))"
            + " union select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid)))"
            + " select count(*) from waiting";

    /** PostgreSQL locks a table so for whoever inserts, updates or deletes, and for nobody who only reads or locks. */
    private static final String WAITING_AFTER_WRITING = "select count(*) from pg_locks l"
            + " join pg_class c on c.oid = l.relation"
            + " where ? = any(pg_blocking_pids(l.pid)) and l.granted and l.mode = 'RowExclusiveLock' and c.relname = ?";

    private final Database database;
    private final Connection connection;
    private final int pid;

    public Hold(Database database, String sql, Object... values) {
        this.database = database;
        try {
            connection = database.connect();
            connection.setAutoCommit(false);
            pid = (int) Database.count(connection, "select pg_backend_pid()");
            try (var statement = Database.prepare(connection, sql, values)) {
                statement.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Waits until so many of the nodes' transactions wait for what this one holds. */
    public void awaitWaiting(int transactions) {
        Poll.until(
                transactions + " transactions wait for the lock",
                ARRIVING,
                () -> waiting() == transactions,
                () -> waiting() + " do");
    }

    /** How many of those that wait have written to this table, and not committed it. */
    public long waitingAfterWriting(String table) {
        return database.count(WAITING_AFTER_WRITING, pid, table);
    }

    private long waiting() {
        return database.count(WAITING, pid);
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
