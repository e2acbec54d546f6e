// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Random worlds, small enough that everything meets everything: few keys, few projects, ends within seconds of each
 * other. {@code -Droster.seed} and {@code -Droster.cases} repeat a run or make it longer.
 */
public final class Worlds {

    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final List<String> ENTITLEMENTS = List.of("replay", "export");

    private final Random random;

    private Worlds(Random random) {
        this.random = random;
    }

    public static int cases(int usual) {
        return Integer.getInteger("roster.cases", usual);
    }

    /** Each case has a seed of its own, so that one that fails can be repeated alone. */
    public static void forEach(String name, int cases, BiConsumer<World, Random> check) {
        long seed = Long.getLong("roster.seed", System.nanoTime());
        System.out.printf("%s: %,d cases, -Droster.seed=%d%n", name, cases, seed);
        for (int i = 0; i < cases; i++) {
            // Neighbouring seeds begin alike: spread them.
            Random random = new Random((seed + i) * 0x9E3779B97F4A7C15L);
            World world = new Worlds(random).next();
            try {
                check.accept(world, random);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "Repeat with -Droster.seed=" + (seed + i) + " -Droster.cases=1: " + world, failure);
            }
        }
    }

    private World next() {
        Map<String, World.Entry> catalogue = catalogue();
        Map<String, World.State> projects = projects();
        List<String> keys = List.copyOf(catalogue.keySet());
        List<String> places = new ArrayList<>(projects.keySet());
        places.add("unheard-of");
        return new World(
                catalogue,
                some(ENTITLEMENTS, 0.5),
                chance(0.93),
                role(keys),
                end(0.3),
                role(keys),
                several(
                        5,
                        () -> new World.Exemption(chance(0.5), any(keys), chance(0.5) ? null : any(places), end(0.5))),
                several(4, () -> new World.Access(any(places), chance(0.35) ? null : role(keys), end(0.5))),
                projects);
    }

    private Map<String, World.Entry> catalogue() {
        Map<String, World.Entry> catalogue = new LinkedHashMap<>();
        Set<Integer> bits = new HashSet<>();
        int range = chance(0.05) ? PermissionSet.CAPACITY : 140;
        int size = 1 + random.nextInt(6);
        for (int i = 0; i < size; i++) {
            int bit = random.nextInt(range);
            if (bits.add(bit)) {
                catalogue.put("key" + i + ".use", new World.Entry(bit, chance(0.3), entitlement(0.35)));
            }
        }
        int bit = random.nextInt(range);
        if (chance(0.85) && bits.add(bit)) {
            catalogue.put("projects.manage", new World.Entry(bit, chance(0.9), entitlement(0.2)));
        }
        return catalogue;
    }

    private Map<String, World.State> projects() {
        Map<String, World.State> projects = new LinkedHashMap<>();
        projects.put("main", new World.State(true, false));
        for (int i = random.nextInt(4); i > 0; i--) {
            projects.put("project" + i, new World.State(chance(0.3), chance(0.2)));
        }
        return projects;
    }

    private String entitlement(double chance) {
        return chance(chance) ? any(ENTITLEMENTS) : null;
    }

    /** Managing projects is rare enough for closed projects to stay closed now and then. */
    private Set<String> role(List<String> keys) {
        Set<String> role = some(keys, random.nextDouble());
        if (chance(0.6)) {
            role.remove("projects.manage");
        }
        return role;
    }

    private Instant end(double chance) {
        return chance(chance) ? START.plusSeconds(random.nextInt(9) - 3) : null;
    }

    private boolean chance(double chance) {
        return random.nextDouble() < chance;
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private Set<String> some(List<String> texts, double chance) {
        Set<String> some = new HashSet<>(texts);
        some.removeIf(text -> !chance(chance));
        return some;
    }

    private <T> List<T> several(int most, Supplier<T> one) {
        List<T> several = new ArrayList<>();
        for (int i = chance(0.25) ? 0 : random.nextInt(most + 1); i > 0; i--) {
            several.add(one.get());
        }
        return several;
    }
}
