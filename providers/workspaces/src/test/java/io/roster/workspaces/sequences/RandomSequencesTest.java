// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.Saved;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever people do one after the other, by every way of writing that there is: nobody gives, takes or touches what the
 * rules keep from them, what is refused changes nothing, and what the ceiling refuses the rules refuse. {@code
 * -Droster.seed} and {@code -Droster.sequences} repeat a run or make it longer.
 */
class RandomSequencesTest {

    private static final int SEQUENCES = Integer.getInteger("roster.sequences", 10_000);

    /** Sequences that begin with the same workspace: to set one up takes as long as a few changes. */
    private static final int OF_ONE_STAGE = 5;

    /** Below this many chance alone may leave something out. */
    private static final int ENOUGH_TO_COUNT = 5_000;

    @Test
    @Tag("ROLE-5")
    @Tag("REALM-2")
    @Tag("MATE-2")
    @Tag("MATE-3")
    @Tag("PROJ-3")
    void nobodyGetsAboveTheCeilingAndNobodyIsKeptBelowForNothing() {
        long seed = Long.getLong("roster.seed", System.nanoTime());
        System.out.printf("random sequences: %,d sequences, -Droster.seed=%d%n", SEQUENCES, seed);
        Tally tally = new Tally();
        Play play = new Play();
        Saved empty = play.saved();
        for (int first = 0; first < SEQUENCES; first += OF_ONE_STAGE) {
            try {
                perform(play, empty, seed + first, tally);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "Repeat with -Droster.seed=" + (seed + first) + " -Droster.sequences=" + OF_ONE_STAGE, failure);
            }
        }
        System.out.print(tally.table());
        if (SEQUENCES >= ENOUGH_TO_COUNT) {
            tally.requireEnough();
        }
    }

    private static void perform(Play play, Saved empty, long seed, Tally tally) {
        empty.restore();
        Stage stage = Scenery.set(play, draw(seed));
        Saved set = play.saved();
        for (int i = 0; i < OF_ONE_STAGE; i++) {
            set.restore();
            play.now = Scenery.START;
            new Sequence(stage, draw(~(seed + i)), tally).run();
        }
    }

    /** Neighbouring seeds begin alike: they are spread. */
    private static Draw draw(long seed) {
        return new Draw(new Random(seed * 0x9E3779B97F4A7C15L));
    }

    @Test
    void everyWayOfWritingIsDriven() {
        assertEquals(
                Writes.found(),
                Sequence.OPERATIONS.stream().map(Operation::method).collect(Collectors.toCollection(TreeSet::new)));
    }
}
