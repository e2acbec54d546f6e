// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roster.access.NaiveEvaluator;
import io.roster.access.NaiveEvaluator.Happening;
import io.roster.access.World;
import io.roster.access.Worlds;
import io.roster.claims.PermissionCatalogue;
import io.roster.claims.WorkspaceClaim;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.Settled;
import io.roster.workspaces.platform.Json;
import io.roster.workspaces.token.ClaimForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random worlds are set up by the facades' own changes, and what the claim says of them, in list and in bits form and
 * read by the library for apps, is what the naive evaluator says. A case is one teammate at one moment. The moments come
 * in the order of the clock, so that what a node remembers is asked past its ends.
 */
class BehindTheFacadesTest {

    private static final int WORLDS = Worlds.cases(25_000);

    /** Below this many worlds chance alone may leave something out. */
    private static final int ENOUGH_TO_COUNT = 10_000;

    /** Then a new one: what is kept in memory is looked through row by row. */
    private static final int CASES_OF_A_PLAY = 80;

    private static final int NO_BUDGET = Integer.MAX_VALUE;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Happening, Integer> casesWith = new EnumMap<>(Happening.class);
    private Play play;
    private int cases;
    private int claims;
    private long questions;

    @Test
    @Tag("CLAIM-1")
    @Tag("MATE-2")
    @Tag("MATE-5")
    @Tag("PROJ-1")
    @Tag("PROJ-3")
    @Tag("PLAN-1")
    void claimsOfWhatTheFacadesWroteSayWhatTheNaiveEvaluatorSays() {
        Worlds.forEach("behind the facades", WORLDS, this::compare);

        System.out.printf(
                "behind the facades: %,d cases, %,d of them with a claim, %,d questions; cases with %s%n",
                cases, claims, questions, casesWith);
        if (WORLDS >= ENOUGH_TO_COUNT) {
            assertTrue(cases >= 100_000 * (long) WORLDS / 25_000, "cases: " + cases);
            assertTrue(claims >= 0.3 * cases, "hardly ever a claim");
            for (Happening happening : Happening.values()) {
                assertTrue(casesWith.getOrDefault(happening, 0) >= 100, happening + " hardly ever happened");
            }
            assertTrue(casesWith.get(Happening.PERMITTED) >= 0.3 * cases, "hardly anything was ever permitted");
        }
    }

    private void compare(World drawn, Random random) {
        if (cases % CASES_OF_A_PLAY == 0) {
            play = new Play();
        }
        Settled settled = new Settled(drawn, play, play.workspaceStore.add("world" + cases, play.realm));
        World world = settled.world();
        PermissionCatalogue catalogue = catalogue(world);
        for (Instant moment : moments(world, random)) {
            Set<Happening> seen = EnumSet.noneOf(Happening.class);
            NaiveEvaluator naive = new NaiveEvaluator(world, true, seen);
            Optional<Standing> standing = settled.at(moment);
            cases++;
            for (ClaimForm form : List.of(ClaimForm.LIST, ClaimForm.BITS)) {
                WorkspaceClaim claim = standing.map(found -> read(form.claim(found, NO_BUDGET), catalogue))
                        .orElse(WorkspaceClaim.none());
                compare(world, naive, claim, moment);
            }
            if (standing.isPresent()) {
                claims++;
                assertEquals(settled.roleAt(moment), standing.get().role());
            } else {
                assertTrue(!world.active(), "an active teammate has nothing");
            }
            seen.forEach(happening -> casesWith.merge(happening, 1, Integer::sum));
        }
    }

    private void compare(World world, NaiveEvaluator naive, WorkspaceClaim claim, Instant moment) {
        for (String project : world.projects().keySet()) {
            assertEquals(naive.opens(project, moment), claim.projects().contains(project), project);
        }
        assertTrue(world.projects().keySet().containsAll(claim.projects()));
        for (String key : world.catalogue().keySet()) {
            questions++;
            assertEquals(naive.mayInWorkspace(key, moment), claim.allows(key), () -> key + " at " + moment);
            for (String project : world.projects().keySet()) {
                questions++;
                assertEquals(
                        naive.mayInProject(key, project, moment),
                        claim.inProject(project).allows(key),
                        () -> key + " in " + project + " at " + moment);
            }
        }
    }

    /** The start, and around some end. Databases keep milliseconds. */
    private static List<Instant> moments(World world, Random random) {
        List<Instant> moments = new ArrayList<>(List.of(Worlds.START));
        List<Instant> ahead =
                world.ends().stream().filter(end -> end.isAfter(Worlds.START)).toList();
        Instant end = ahead.isEmpty() ? Worlds.START.plusSeconds(5) : ahead.get(random.nextInt(ahead.size()));
        moments.addAll(List.of(end.minusMillis(1), end, end.plusMillis(1)));
        return moments;
    }

    private static PermissionCatalogue catalogue(World world) {
        PermissionCatalogue.Builder catalogue = PermissionCatalogue.numbered(1);
        world.catalogue().forEach((key, entry) -> {
            if (entry.account()) {
                catalogue.account(entry.bit(), key);
            } else {
                catalogue.project(entry.bit(), key);
            }
        });
        return catalogue.build();
    }

    /** Through the text that a token has. */
    private static WorkspaceClaim read(Map<String, Object> claim, PermissionCatalogue catalogue) {
        try {
            return WorkspaceClaim.of(JSON.readValue(Json.write(claim), new TypeReference<>() {}), catalogue);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
