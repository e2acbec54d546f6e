// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit.cluster;

import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.keycloak.testframework.realm.RealmBuilder;

/** Two nodes on one database. What a test makes in them has names of its own, so that tests share them. */
public final class Cluster implements AutoCloseable {

    private static final Duration JOINING = Duration.ofSeconds(30);
    private static final AtomicInteger REALMS = new AtomicInteger();

    private final Database database;
    private final List<Node> nodes;

    private Cluster(Database database, List<Node> nodes) {
        this.database = database;
        this.nodes = nodes;
    }

    public static Cluster start() {
        return start("node1", "node2");
    }

    /** A database and nodes with these names. */
    public static Cluster start(String... names) {
        Distribution distribution = Distribution.built();
        Database database = Database.start();
        Cluster cluster = new Cluster(
                database,
                Stream.of(names)
                        .map(name -> new Node(name, distribution, database))
                        .toList());
        try {
            // one after the other: the first makes the tables and the administrator
            cluster.nodes.forEach(Node::start);
            cluster.awaitAll();
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    public Node one() {
        return nodes.get(0);
    }

    public Node two() {
        return nodes.get(1);
    }

    public List<Node> nodes() {
        return nodes;
    }

    public Database database() {
        return database;
    }

    /** Makes a realm with Roster on, through the first node, and gives its name: {@link Node#realm} takes it. */
    public String newRealm() {
        String name = "cluster" + REALMS.incrementAndGet();
        // Keycloak keeps the events in its database, in the transaction of the change
        one().administrator()
                .realms()
                .create(new RosterOn()
                        .configure(RealmBuilder.create())
                        .name(name)
                        .adminEventsEnabled(true)
                        .build());
        one().realm(name).offer(RosterOff.APP);
        return name;
    }

    /** Each node knows that the others are there. */
    public void awaitAll() {
        Poll.until(
                "the nodes see each other",
                JOINING,
                () -> nodes().stream().allMatch(node -> node.clusterSize() == nodes().size()));
    }

    @Override
    public void close() {
        nodes().forEach(Node::kill);
        database.close();
    }
}
