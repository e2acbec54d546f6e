// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks.load;

import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Tokens;
import io.roster.testkit.cluster.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Refresh grants of several variants that take turns in one run, each round in another order, because such figures mean
 * something only as a ratio. What is counted is the CPU time of the server process. It asserts no time.
 */
final class Turns {

    private static final int THREADS = 2;
    private static final int SESSION_SECONDS = 36_000;
    private static final int ROUNDS = Integer.getInteger("roster.load.rounds", 20);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("roster.load.seconds", 30));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("roster.load.warmup", 60));

    /** One way to get tokens, and what each of its turns cost. */
    static final class Variant {

        private final String name;
        private final Tokens tokens;
        private final List<TokenReply> sessions;
        private final List<Double> costs = new ArrayList<>();

        Variant(String name, Tokens tokens, List<TokenReply> sessions) {
            this.name = name;
            this.tokens = tokens;
            this.sessions = sessions;
        }

        /** A new token of the first session. */
        TokenReply sample() {
            return tokens.refresh(sessions.get(0));
        }

        @Override
        public String toString() {
            return name;
        }

        private double median() {
            double[] sorted =
                    costs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
    }

    private final Node node;
    private final List<Variant> variants;

    Turns(Node node, List<Variant> variants) {
        this.node = node;
        this.variants = List.copyOf(variants);
    }

    /** A run takes longer than a session may be idle by itself, and each session goes on from its first token. */
    static void keepSessions(TestRealm realm) {
        RealmRepresentation settings = realm.keycloak().toRepresentation();
        settings.setSsoSessionIdleTimeout(SESSION_SECONDS);
        settings.setSsoSessionMaxLifespan(SESSION_SECONDS);
        realm.keycloak().update(settings);
    }

    void run() {
        variants.forEach(variant -> turn(variant, WARM_UP));
        for (int round = 0; round < ROUNDS; round++) {
            for (int place = 0; place < variants.size(); place++) {
                Variant variant = variants.get((round + place) % variants.size());
                variant.costs.add(turn(variant, TURN));
            }
            System.out.printf("round %d:", round + 1);
            for (Variant variant : variants) {
                System.out.printf(Locale.ROOT, " %.3f", variant.costs.get(round));
            }
            System.out.println(" CPU s per 1,000");
        }
        System.out.printf(Locale.ROOT, "%d rounds of %d s, %d threads%n", ROUNDS, TURN.toSeconds(), THREADS);
        variants.forEach(variant -> System.out.printf(
                Locale.ROOT, "%-24s median %.3f CPU s per 1,000 refresh grants%n", variant.name, variant.median()));
    }

    /** The ratio of each round, its geometric mean, and an interval for it out of rounds that are drawn again. */
    void compare(Variant variant, Variant base) {
        double[] logs = new double[variant.costs.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(variant.costs.get(i) / base.costs.get(i));
        }
        Random random = new Random(1);
        double[] means = new double[10_000];
        for (int draw = 0; draw < means.length; draw++) {
            double sum = 0;
            for (int i = 0; i < logs.length; i++) {
                sum += logs[random.nextInt(logs.length)];
            }
            means[draw] = sum / logs.length;
        }
        Arrays.sort(means);
        System.out.printf(
                Locale.ROOT,
                "%s to %s: ratio %.3f, 95 %% interval %.3f to %.3f%n",
                variant.name,
                base.name,
                Math.exp(Arrays.stream(logs).average().orElseThrow()),
                Math.exp(means[(int) (means.length * 0.025)]),
                Math.exp(means[(int) (means.length * 0.975)]));
    }

    /** CPU seconds of the server for 1,000 refresh grants. */
    private double turn(Variant variant, Duration time) {
        AtomicLong grants = new AtomicLong();
        double before = node.cpuSeconds();
        long end = System.nanoTime() + time.toNanos();
        together(() -> {
            while (System.nanoTime() < end) {
                int session = (int) (grants.getAndIncrement() % variant.sessions.size());
                variant.tokens.refresh(variant.sessions.get(session)).reply().is(200);
            }
            return null;
        });
        return (node.cpuSeconds() - before) * 1_000 / grants.get();
    }

    private static void together(Callable<Void> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(work);
            }
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
