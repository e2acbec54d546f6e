// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.testframework.realm.RealmBuilder;

/** Two nodes on one database. What a test makes in them has names of its own, so that tests share them. */
final class Cluster implements AutoCloseable {

    private static final Duration JOINING = Duration.ofSeconds(30);
    private static final AtomicInteger REALMS = new AtomicInteger();

    private final Database database;
    private final Node one;
    private final Node two;

    private Cluster(Database database, Node one, Node two) {
        this.database = database;
        this.one = one;
        this.two = two;
    }

    static Cluster start() {
        Distribution distribution = Distribution.built();
        Database database = Database.start();
        Cluster cluster = new Cluster(
                database, new Node("node1", distribution, database), new Node("node2", distribution, database));
        try {
            // one after the other: the first makes the tables and the administrator
            cluster.one.start();
            cluster.two.start();
            cluster.awaitBoth();
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    Node one() {
        return one;
    }

    Node two() {
        return two;
    }

    List<Node> nodes() {
        return List.of(one, two);
    }

    Database database() {
        return database;
    }

    /** Makes a realm with Roster on, through the first node, and gives its name: {@link Node#realm} takes it. */
    String newRealm() {
        String name = "cluster" + REALMS.incrementAndGet();
        // Keycloak keeps the events in its database, in the transaction of the change
        one.administrator()
                .realms()
                .create(new RosterOn()
                        .configure(RealmBuilder.create())
                        .name(name)
                        .adminEventsEnabled(true)
                        .build());
        one.realm(name).offer(RosterOff.APP);
        return name;
    }

    /** Each node knows that the other is there. */
    void awaitBoth() {
        Poll.until(
                "both nodes see two nodes",
                JOINING,
                () -> nodes().stream().allMatch(node -> node.clusterSize() == nodes().size()));
    }

    @Override
    public void close() {
        nodes().forEach(Node::kill);
        database.close();
    }
}
