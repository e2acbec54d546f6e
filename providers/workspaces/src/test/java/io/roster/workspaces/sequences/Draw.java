// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.access.PermissionKey;
import io.roster.workspaces.platform.Expected;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws what a call sends: mostly what fits, and now and then what doesn't. */
final class Draw {

    /** The key and the id of nothing. */
    static final String UNKNOWN = "unknown";

    private static final double WRONG = 0.03;
    private static final int SOON = 8;

    private final Random random;

    Draw(Random random) {
        this.random = random;
    }

    boolean chance(double chance) {
        return random.nextDouble() < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** One of these; seldom, or where there is none, the unknown one. */
    String known(List<String> keys) {
        return keys.isEmpty() || chance(WRONG) ? UNKNOWN : any(keys);
    }

    List<String> some(Collection<String> texts, double chance) {
        return texts.stream().sorted().filter(text -> chance(chance)).toList();
    }

    List<PermissionKey> permissions(Collection<String> keys, double chance) {
        return some(keys, chance).stream().map(PermissionKey::new).toList();
    }

    /** An end within seconds, seldom one that has passed. */
    Optional<Instant> end(double chance, Instant now) {
        return chance(chance)
                ? Optional.of(now.plusSeconds(chance(WRONG) ? -1 : 1 + random.nextInt(SOON)))
                : Optional.empty();
    }

    <T> Optional<T> maybe(double chance, T thing) {
        return chance(chance) ? Optional.of(thing) : Optional.empty();
    }

    /** A name that is free, seldom one that is taken or none at all. */
    String name(String kind, Collection<String> taken) {
        if (chance(WRONG)) {
            return "";
        }
        return chance(WRONG) && !taken.isEmpty() ? any(List.copyOf(taken)) : kind + " " + random.nextInt(1_000_000);
    }

    /** Mostly nothing is expected, seldom what nothing ever was. */
    Expected expected() {
        return chance(WRONG) ? Expected.of("\"of old\"") : Expected.any();
    }
}
