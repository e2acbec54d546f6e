// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import io.roster.testkit.Reply;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Database;
import io.roster.testkit.cluster.Hold;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What two requests got that met: {@code 200 & 409 in-use}, the one that was named first on the left. */
record Meeting(Reply one, Reply two) {

    /** Both stand before the workspace's row, {@code first} at the head, before either gets it. */
    static Meeting inLine(Database database, Workspace workspace, Supplier<Reply> first, Supplier<Reply> second) {
        Hold row = database.hold("select 1 from WS_WORKSPACE where ORG_ID = ? for update", workspace.id());
        return inLine(row, first, second);
    }

    /** The same before some other lock; both are let go together. */
    static Meeting inLine(Hold lock, Supplier<Reply> first, Supplier<Reply> second) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Reply> head;
            CompletableFuture<Reply> next;
            try (lock) {
                head = CompletableFuture.supplyAsync(first, threads);
                lock.awaitWaiting(1);
                next = CompletableFuture.supplyAsync(second, threads);
                lock.awaitWaiting(2);
            }
            return new Meeting(head.join(), next.join());
        } finally {
            threads.shutdown();
        }
    }

    /** Both are sent at the same moment, and nobody knows which arrives first. */
    static Meeting atOnce(Supplier<Reply> one, Supplier<Reply> two) {
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Reply> left = CompletableFuture.supplyAsync(() -> together(ready, one), threads);
            CompletableFuture<Reply> right = CompletableFuture.supplyAsync(() -> together(ready, two), threads);
            return new Meeting(left.join(), right.join());
        } finally {
            threads.shutdown();
        }
    }

    Meeting turned() {
        return new Meeting(two, one);
    }

    @Override
    public String toString() {
        return outcome(one) + " & " + outcome(two);
    }

    private static Reply together(CountDownLatch ready, Supplier<Reply> request) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return request.get();
    }

    private static String outcome(Reply reply) {
        String type = reply.json().path("type").asText();
        return reply.status() + (type.isEmpty() ? "" : " " + type.replaceFirst(".*[/:]", ""));
    }
}
