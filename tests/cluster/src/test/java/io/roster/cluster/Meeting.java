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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What two requests got that met: {@code 200 & 409 in-use}, the one that was named first on the left.
 *
 * @param overlaps the second was sent before the first was answered
 * @param took nanoseconds until the first was answered
 */
record Meeting(Reply one, Reply two, boolean overlaps, long took) {

    /** An answer, and from when to when it took. */
    private record Timed(Reply reply, long start, long end) {

        boolean overlaps(Timed other) {
            return Math.max(start, other.start) < Math.min(end, other.end);
        }
    }

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
            return new Meeting(head.join(), next.join(), true, 0);
        } finally {
            threads.shutdown();
        }
    }

    /** Both are sent at the same moment, and nobody knows which arrives first. */
    static Meeting atOnce(Supplier<Reply> one, Supplier<Reply> two) {
        return atOnce(one, two, 0);
    }

    /**
     * Both are sent at almost the same moment.
     *
     * @param lead by how many nanoseconds the second is sent later; below zero, the first
     */
    static Meeting atOnce(Supplier<Reply> one, Supplier<Reply> two, long lead) {
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Timed> left =
                    CompletableFuture.supplyAsync(() -> together(ready, one, Math.max(0, -lead)), threads);
            CompletableFuture<Timed> right =
                    CompletableFuture.supplyAsync(() -> together(ready, two, Math.max(0, lead)), threads);
            return of(left.join(), right.join());
        } finally {
            threads.shutdown();
        }
    }

    private static Meeting of(Timed one, Timed two) {
        return new Meeting(
                one.reply(),
                two.reply(),
                one.overlaps(two),
                Math.min(one.end() - one.start(), two.end() - two.start()));
    }

    Meeting turned() {
        return new Meeting(two, one, overlaps, took);
    }

    @Override
    public String toString() {
        return outcome(one) + " & " + outcome(two);
    }

    private static Timed together(CountDownLatch ready, Supplier<Reply> request, long wait) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        LockSupport.parkNanos(wait);
        long start = System.nanoTime();
        Reply reply = request.get();
        return new Timed(reply, start, System.nanoTime());
    }

    private static String outcome(Reply reply) {
        String type = reply.json().path("type").asText();
        return reply.status() + (type.isEmpty() ? "" : " " + type.replaceFirst(".*[/:]", ""));
    }
}
