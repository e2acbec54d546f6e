// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.NaiveEvaluator.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The resolver and the naive evaluator agree on every permission at every place, around every kind of end. */
class SecondOpinionTest {

    private static final int CASES = Worlds.cases(100_000);

    /** Below this many cases chance alone may leave something out. */
    private static final int ENOUGH_TO_COUNT = 10_000;

    private final Map<Happening, Integer> casesWith = new EnumMap<>(Happening.class);
    private long questions;

    @Test
    @Tag("CLAIM-1")
    @Tag("MATE-2")
    @Tag("MATE-5")
    @Tag("PROJ-3")
    @Tag("PLAN-1")
    void both_give_the_same_answer_to_every_question() {
        Worlds.forEach("second opinion", CASES, this::compare);

        System.out.printf("second opinion: %,d questions; cases with %s%n", questions, casesWith);
        if (CASES >= ENOUGH_TO_COUNT) {
            for (Happening happening : Happening.values()) {
                assertTrue(casesWith.getOrDefault(happening, 0) >= 100, happening + " hardly ever happened");
            }
            assertTrue(casesWith.get(Happening.PERMITTED) >= 0.3 * CASES, "hardly anything was ever permitted");
        }
    }

    private void compare(World world, Random random) {
        Set<Happening> seen = EnumSet.noneOf(Happening.class);
        Catalogue catalogue = world.engineCatalogue();
        Holder holder = world.holder();
        PermissionSet unlocked = catalogue.unlocked(world.plan());

        NaiveEvaluator naive = new NaiveEvaluator(world, true, seen);
        for (Instant moment : moments(world, random)) {
            compare(world, naive, Resolver.resolve(catalogue, holder, unlocked, moment), moment);
        }
        // After the counting: what is held ignores the plan, and would count as permitted what the plan masks.
        seen.forEach(happening -> casesWith.merge(happening, 1, Integer::sum));
        compareHeld(world, catalogue, holder, Worlds.START);
    }

    private static List<Instant> moments(World world, Random random) {
        List<Instant> moments = new ArrayList<>(List.of(Worlds.START));
        List<Instant> ends = world.ends();
        if (!ends.isEmpty()) {
            Instant end = ends.get(random.nextInt(ends.size()));
            moments.addAll(List.of(end.minusNanos(1), end, end.plusNanos(1)));
        }
        return moments;
    }

    private void compare(World world, NaiveEvaluator naive, EffectivePermissions answer, Instant moment) {
        for (String project : world.projects().keySet()) {
            assertEquals(naive.opens(project, moment), answer.projects().containsKey(project), project);
        }
        assertTrue(world.projects().keySet().containsAll(answer.projects().keySet()));
        world.catalogue().forEach((key, entry) -> {
            questions++;
            assertEquals(naive.mayInWorkspace(key, moment), answer.workspace().has(entry.bit()), key);
            for (String project : world.projects().keySet()) {
                questions++;
                assertEquals(
                        naive.mayInProject(key, project, moment),
                        answer.in(project).has(entry.bit()),
                        () -> key + " in " + project + " at " + moment);
            }
        });
    }

    private void compareHeld(World world, Catalogue catalogue, Holder holder, Instant moment) {
        NaiveEvaluator unmasked = new NaiveEvaluator(world, false, EnumSet.noneOf(Happening.class));
        PermissionSet held = Resolver.held(catalogue, holder, moment);
        world.catalogue().forEach((key, entry) -> {
            questions++;
            assertEquals(unmasked.mayInWorkspace(key, moment), held.has(entry.bit()), () -> key + " held");
        });
        for (String project : world.projects().keySet()) {
            PermissionSet heldThere = Resolver.heldIn(catalogue, holder, project, moment);
            world.catalogue().forEach((key, entry) -> {
                questions++;
                assertEquals(
                        unmasked.mayInProject(key, project, moment),
                        heldThere.has(entry.bit()),
                        () -> key + " held in " + project);
            });
        }
    }
}
