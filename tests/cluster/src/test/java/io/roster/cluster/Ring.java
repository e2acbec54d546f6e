// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Database;
import io.roster.testkit.cluster.Node;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Has pairs of changes meet that can't both be, one on each node: first in both orders before the workspace's row, so
 * that both are provably inside, and then at once, again and again. It counts what came of it, and looks at what the
 * database and the nodes say of deadlocks.
 *
 * <p>How often: as many as fit into a minute or so for all of them together, or {@code -Droster.races=10000} times.
 */
final class Ring {

    private static final int ALL_OF_THEM = Integer.getInteger("roster.races", 0);
    private static final Duration FOR_ALL = Duration.ofSeconds(75);
    private static final int AT_LEAST = 10;
    private static final double OVERLAPPING_FLOOR = 0.8;
    private static final Pattern TROUBLE =
            Pattern.compile("(?i)deadlock|lock.?timeout|could not obtain lock|pessimisticlock|uncaught server error");

    private static final int KINDS = (int) Stream.of(GuardRacesIT.class, LastAdminRacesIT.class, KeycloakRacesIT.class)
            .flatMap(tests -> Stream.of(tests.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .count();

    private final Cluster cluster;
    private final String realm;
    private final long deadlocksBefore;
    private final Map<Node, Integer> linesBefore = new LinkedHashMap<>();
    private final Random random = new Random(26);
    private final Tally all = new Tally("", "");

    Ring(Cluster cluster) {
        this.cluster = cluster;
        this.realm = cluster.newRealm();
        this.deadlocksBefore = deadlocks();
        cluster.nodes().forEach(node -> linesBefore.put(node, node.logged().size()));
    }

    /** In which they meet. */
    String realm() {
        return realm;
    }

    /**
     * @param ifOneIsFirst what both are answered then; the same as {@code ifTwoIsFirst} where answers don't tell
     */
    void fight(String what, String ifOneIsFirst, String ifTwoIsFirst, Supplier<Fight> fights) {
        Fight fight = fights.get();
        Meeting met = Meeting.inLine(cluster.database(), fight.workspace(), fight.one(), fight.two());
        assertEquals(ifOneIsFirst, met.toString(), "one first");
        fight.afterwards().accept(met);

        fight = fights.get();
        met = Meeting.inLine(cluster.database(), fight.workspace(), fight.two(), fight.one())
                .turned();
        assertEquals(ifTwoIsFirst, met.toString(), "two first");
        fight.afterwards().accept(met);

        meet(what, new Tally(ifOneIsFirst, ifTwoIsFirst), fights);
    }

    /** The same for changes that don't take the workspace's row, and of which none tells which was first. */
    void fightFreely(String what, String outcome, Supplier<Fight> fights) {
        meet(what, new Tally(outcome, outcome), fights);
    }

    private void meet(String what, Tally tally, Supplier<Fight> fights) {
        long end = System.nanoTime() + FOR_ALL.dividedBy(KINDS).toNanos();
        while (ALL_OF_THEM > 0
                ? tally.tries * KINDS < ALL_OF_THEM
                : tally.tries < AT_LEAST || System.nanoTime() < end) {
            Fight fight = fights.get();
            Meeting met = Meeting.atOnce(fight.one(), fight.two(), tally.lead(random));
            tally.add(met);
            fight.afterwards().accept(met);
        }
        System.out.println(what + ", " + tally);
        tally.check();
        synchronized (all) {
            all.add(tally);
        }
    }

    /** After the last fight: neither the database nor a node has met a deadlock, and they would tell of one. */
    void close() {
        System.out.println("all together, " + all + "; deadlocks in PostgreSQL: " + deadlocksBefore + " before, "
                + deadlocks() + " after");
        assertEquals(deadlocksBefore, deadlocks(), "deadlocks that PostgreSQL counted");
        linesBefore.forEach((node, before) -> {
            List<String> lines = node.logged();
            List<String> trouble = lines.subList(before, lines.size()).stream()
                    .filter(line -> TROUBLE.matcher(line).find())
                    .toList();
            System.out.println(
                    node + " wrote " + (lines.size() - before) + " lines meanwhile, of locks " + trouble.size());
            assertEquals(List.of(), trouble, () -> node + " tells of locks");
        });
        deadlock();
        assertEquals(deadlocksBefore + 1, deadlocks(), "PostgreSQL counts the one that a test makes");
    }

    private long deadlocks() {
        return cluster.database().count("select sum(deadlocks) from pg_stat_database");
    }

    /** Two transactions of the test's own that wait for each other until the database ends one of them. */
    private void deadlock() {
        try (Connection left = cluster.database().connect();
                Connection right = cluster.database().connect()) {
            lock(left, 1);
            lock(right, 2);
            CompletableFuture<Boolean> leftToo = CompletableFuture.supplyAsync(() -> locks(left, 2));
            boolean rightToo = locks(right, 1);
            assertTrue(leftToo.join() != rightToo, "one of them is ended, the other goes on");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean locks(Connection connection, int number) {
        try {
            lock(connection, number);
            return true;
        } catch (SQLException ended) {
            assertEquals("40P01", ended.getSQLState(), ended.getMessage());
            return false;
        } finally {
            rollback(connection);
        }
    }

    private static void lock(Connection connection, int number) throws SQLException {
        connection.setAutoCommit(false);
        Database.count(connection, "select count(pg_advisory_xact_lock(?))", number);
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came of the fights of one kind, or of all. */
    private static final class Tally {

        private final String ifOneIsFirst;
        private final String ifTwoIsFirst;
        private final Map<String, Integer> outcomes = new TreeMap<>();
        private int tries;
        private int overlapping;
        private int oneFirst;
        private int twoFirst;
        private long took;

        Tally(String ifOneIsFirst, String ifTwoIsFirst) {
            this.ifOneIsFirst = ifOneIsFirst;
            this.ifTwoIsFirst = ifTwoIsFirst;
        }

        void add(Meeting met) {
            String outcome = met.toString();
            tries++;
            took = met.took();
            overlapping += met.overlaps() ? 1 : 0;
            oneFirst += outcome.equals(ifOneIsFirst) && tells() ? 1 : 0;
            twoFirst += outcome.equals(ifTwoIsFirst) && tells() ? 1 : 0;
            outcomes.merge(outcome, 1, Integer::sum);
        }

        void add(Tally other) {
            tries += other.tries;
            overlapping += other.overlapping;
            oneFirst += other.oneFirst;
            twoFirst += other.twoFirst;
        }

        /** The one that has been first more often is held back a little, so that both are. */
        long lead(Random random) {
            long most = took / 2 * Integer.signum(twoFirst - oneFirst);
            return (long) (random.nextDouble() * most);
        }

        void check() {
            assertTrue(List.of(ifOneIsFirst, ifTwoIsFirst).containsAll(outcomes.keySet()), outcomes::toString);
            assertTrue(overlapping >= OVERLAPPING_FLOOR * tries, () -> "too few overlapped: " + this);
            assertTrue(!tells() || oneFirst > 0 && twoFirst > 0, () -> "one side was always first: " + this);
        }

        private boolean tells() {
            return !ifOneIsFirst.equals(ifTwoIsFirst);
        }

        @Override
        public String toString() {
            return "%d times at once, %d overlapped (%.1f %%), one first %d, two first %d %s"
                    .formatted(tries, overlapping, 100.0 * overlapping / tries, oneFirst, twoFirst, outcomes);
        }
    }
}
