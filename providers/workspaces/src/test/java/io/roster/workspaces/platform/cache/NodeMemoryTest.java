// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.fakes.InMemoryNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CLAIM-1")
class NodeMemoryTest {

    private static final List<String> TOPICS = List.of("workspace/acme", "teammate/acme/ann");

    private final InMemoryNode node = new InMemoryNode();
    private final NodeMemory<String, String> memory = node.open();
    /** What stands in the database, and how often it was read. */
    private volatile String stored = "first";

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void whatWasReadOnceIsRememberedUntilOneOfItsTopicsChanges() {
        assertEquals(Optional.of("first"), get());
        stored = "second";
        assertEquals(Optional.of("first"), get());
        assertEquals(1, reads.get());

        node.add(List.of("workspace/beta", "teammate/acme/bob"));
        assertEquals(Optional.of("first"), get());
        assertEquals(1, reads.get());

        for (String topic : TOPICS) {
            stored = "after " + topic;
            node.add(List.of(topic));
            assertEquals(Optional.of("after " + topic), get());
        }
        assertEquals(3, reads.get());
    }

    @Test
    void whatIsNotThereIsNotRemembered() {
        stored = null;
        assertEquals(Optional.empty(), get());
        stored = "first";
        assertEquals(Optional.of("first"), get());
    }

    @Test
    void whatIsReadWhileItChangesIsNotRemembered() throws Exception {
        assertEquals("old", readingWhile(() -> {}));
        assertEquals(Optional.of("old"), get(), "nothing came between, so it was remembered");
        assertEquals(1, reads.get());

        node.add(TOPICS);
        reads.set(0);
        assertEquals("old", readingWhile(() -> node.add(List.of("teammate/acme/ann"))));
        assertEquals(Optional.of("new"), get(), "what came between had it read again");
        assertEquals(2, reads.get());
    }

    @Test
    void aTransactionReadsItsOwnChangesAndLeavesNothingForOthers() {
        assertEquals(Optional.of("first"), get());
        node.begin();
        stored = "not committed";
        node.add(List.of("workspace/acme"));
        assertEquals(Optional.of("not committed"), get());
        stored = "first";
        node.rollBack();
        assertEquals(Optional.of("first"), get());
        assertEquals(2, reads.get(), "what was remembered before still counts after a rollback");

        node.begin();
        stored = "committed";
        node.add(List.of("workspace/acme"));
        node.commit();
        assertEquals(Optional.of("committed"), get());
    }

    @Test
    void theStampOfTopicsRisesWithEachOfThem() {
        Stamps stamps = new Stamps();
        long before = stamps.of(TOPICS);
        stamps.change(List.of("workspace/beta"));
        assertEquals(before, stamps.of(TOPICS));
        stamps.change(List.of("workspace/acme"));
        long between = stamps.of(TOPICS);
        assertNotEquals(before, between);
        stamps.change(TOPICS);
        assertTrue(stamps.of(TOPICS) > between);
    }

    private Optional<String> get() {
        return memory.get("key", TOPICS, node, this::read);
    }

    private Optional<String> read() {
        reads.incrementAndGet();
        return Optional.ofNullable(stored);
    }

    /** Another thread reads 'old', and is held up before it can put it away until {@code between} has happened. */
    private String readingWhile(Runnable between) throws Exception {
        stored = "old";
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Optional<String>> other =
                CompletableFuture.supplyAsync(() -> memory.get("key", TOPICS, node, () -> {
                    Optional<String> read = read();
                    hasRead.countDown();
                    await(goOn);
                    return read;
                }));
        await(hasRead);
        stored = "new";
        between.run();
        goOn.countDown();
        return other.get(10, TimeUnit.SECONDS).orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
