// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Database;
import io.roster.testkit.cluster.Hold;
import io.roster.testkit.cluster.Node;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node that dies while it changes something. */
@TheCluster
@Tag("ROLE-3")
@Tag("ROLE-4")
@Tag("MATE-2")
class KilledNodeIT {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final String realm;
    private final TestRealm one;

    KilledNodeIT(Cluster cluster) {
        this.cluster = cluster;
        this.realm = cluster.newRealm();
        this.one = cluster.one().realm(realm);
    }

    @Test
    void aNodeKilledInTheMiddleOfAChangeLeavesNothingOfIt() {
        Person ann = one.person();
        // one for each change, so that none waits for another
        Workspace edited = one.workspace();
        Workspace grown = one.workspace();
        Workspace assigned = one.workspace(ann);
        List<Workspace> all = List.of(edited, grown, assigned);
        all.forEach(workspace -> rename(cluster.one(), workspace, "Reader"));
        TokenReply session = cluster.two().realm(realm).tokens().password(ann, assigned.scope());
        List<String> before = content();

        try {
            killTheSecondNodeInTheMiddleOf(Map.of(
                    "ws_preset_edit", () -> rename(cluster.two(), edited, "Never"),
                    "ws_role", () -> create(cluster.two(), grown),
                    "ws_member", () -> assign(cluster.two(), assigned, ann)));

            long start = System.nanoTime();
            // changes nothing, but needs the row that the dead node had locked
            all.forEach(workspace -> rename(cluster.one(), workspace, "Reader"));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf("after the kill the other node needed %d ms for three calls%n", took.toMillis());
            assertTrue(took.compareTo(A_FEW_SECONDS) < 0, took::toString);
            assertEquals(before, content());
            TokenReply later = one.tokens().refresh(session);
            assertEquals("read-only", later.claim().path("role").asText());

            rename(cluster.one(), edited, "Later");
            assertNotEquals(before, content());
        } finally {
            cluster.two().start();
            cluster.awaitAll();
        }

        rename(cluster.two(), edited, "Never");
        create(cluster.two(), grown);
        assign(cluster.two(), assigned, ann);
    }

    /** @param changes by the table in which each has written when the node dies */
    private void killTheSecondNodeInTheMiddleOf(Map<String, Runnable> changes) {
        ExecutorService threads = Executors.newFixedThreadPool(changes.size());
        // the event of a change is the last that its transaction writes
        try (Hold events = cluster.database().hold("lock table ADMIN_EVENT_ENTITY in exclusive mode")) {
            List<CompletableFuture<Void>> calls = changes.values().stream()
                    .map(change -> CompletableFuture.runAsync(change, threads))
                    .toList();
            events.awaitWaiting(changes.size());
            changes.keySet().forEach(table -> assertEquals(1, events.waitingAfterWriting(table), table));

            cluster.two().kill();

            for (CompletableFuture<Void> call : calls) {
                CompletionException unanswered = assertThrows(CompletionException.class, call::join);
                assertInstanceOf(UncheckedIOException.class, unanswered.getCause());
            }
        } finally {
            threads.shutdown();
        }
    }

    private void rename(Node node, Workspace workspace, String name) {
        node.realm(realm)
                .asAdministrator()
                .put(workspace.path("/roles/consumer"), Map.of("name", name, "permissions", List.of("charts.run")))
                .is(200);
    }

    private void create(Node node, Workspace workspace) {
        node.realm(realm)
                .asAdministrator()
                .post(workspace.path("/roles"), Map.of("name", "Never", "from", "analyst"))
                .is(201);
    }

    private void assign(Node node, Workspace workspace, Person person) {
        node.realm(realm).assign(workspace, person, "admin");
    }

    /** What decides over access in this realm, in full, and of everything else how much there is. */
    private List<String> content() {
        Database database = cluster.database();
        String id = one.keycloak().toRepresentation().getId();
        List<String> content = new ArrayList<>();
        for (String table : List.of("WS_WORKSPACE", "WS_ROLE", "WS_PRESET_EDIT", "WS_MEMBER")) {
            content.addAll(database.texts("select t::text from " + table + " t where REALM_ID = ? order by 1", id));
        }
        List<String> counted = new ArrayList<>(database.texts("select table_name from information_schema.tables"
                + " where table_name like 'ws!_%' escape '!' order by table_name"));
        counted.add("ADMIN_EVENT_ENTITY");
        for (String table : counted) {
            long count = database.count("select count(*) from " + table + " where REALM_ID = ?", id);
            content.add(table + ": " + count);
        }
        return content;
    }
}
