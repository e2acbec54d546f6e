// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks.load;

import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Tokens;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
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
import org.junit.jupiter.api.Test;

/**
 * What the claim costs: CPU seconds of the server process for 1,000 refresh grants with the claim, against the same
 * people at the same client without it, because Keycloak itself asks more for a member of many organizations. Fifty
 * people with sessions, PostgreSQL, everything warm. The variants take turns in one run, each round in another order,
 * because these figures mean something only as a ratio. It asserts no time.
 */
class TokenCost {

    private static final int PEOPLE = 50;
    private static final int MANY_WORKSPACES = 50;
    private static final int THREADS = 2;
    private static final int ROUNDS = Integer.getInteger("roster.load.rounds", 20);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("roster.load.seconds", 30));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("roster.load.warmup", 60));

    /** One way to get tokens, and what each of its turns cost. */
    private static final class Variant {

        private final String name;
        private final Tokens tokens;
        private final List<TokenReply> sessions;
        private final List<Double> costs = new ArrayList<>();

        private Variant(String name, Tokens tokens, List<TokenReply> sessions) {
            this.name = name;
            this.tokens = tokens;
            this.sessions = sessions;
        }
    }

    @Test
    void refreshGrants() throws Exception {
        try (Cluster cluster = Cluster.start("node1")) {
            Node node = cluster.one();
            TestRealm realm = node.realm(cluster.newRealm());
            Tokens tokens = realm.tokens();
            List<Person> inOne = people(realm);
            List<Person> inMany = people(realm);
            Workspace acme = realm.workspace(inOne.toArray(Person[]::new)).add(inMany.toArray(Person[]::new));

            Variant bareOne = new Variant("in 1, bare", tokens, sessions(tokens, inOne, "openid"));
            Variant one = new Variant("in 1, claim", tokens, sessions(tokens, inOne, "openid workspace"));
            Variant bareMany = new Variant("in 50, bare", tokens, sessions(tokens, inMany, "openid"));
            Variant many = new Variant("in 50, claim", tokens, sessions(tokens, inMany, "openid workspace"));
            // the session keeps the workspace that it chose while there was one
            for (int i = 1; i < MANY_WORKSPACES; i++) {
                realm.workspace(inMany.toArray(Person[]::new));
            }
            requireClaim(bareOne, false, acme);
            requireClaim(one, true, acme);
            requireClaim(bareMany, false, acme);
            requireClaim(many, true, acme);

            List<Variant> variants = new ArrayList<>(List.of(bareOne, one, bareMany, many));
            variants.forEach(variant -> turn(node, variant, WARM_UP));
            for (int round = 0; round < ROUNDS; round++) {
                for (int place = 0; place < variants.size(); place++) {
                    Variant variant = variants.get((round + place) % variants.size());
                    variant.costs.add(turn(node, variant, TURN));
                }
                int done = round;
                System.out.printf("round %d:", round + 1);
                variants.forEach(variant -> System.out.printf(Locale.ROOT, " %.3f", variant.costs.get(done)));
                System.out.println(" CPU s per 1,000");
            }
            System.out.printf(Locale.ROOT, "%d rounds of %d s, %d threads%n", ROUNDS, TURN.toSeconds(), THREADS);
            for (Variant variant : variants) {
                System.out.printf(
                        Locale.ROOT,
                        "%-20s median %.3f CPU s per 1,000 refresh grants%n",
                        variant.name,
                        median(variant));
            }
            print(one, bareOne);
            print(many, bareMany);
        }
    }

    private static List<Person> people(TestRealm realm) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(realm.person());
        }
        return people;
    }

    private static List<TokenReply> sessions(Tokens tokens, List<Person> people, String scope) {
        return people.stream().map(person -> tokens.password(person, scope)).toList();
    }

    private static void requireClaim(Variant variant, boolean wanted, Workspace workspace) {
        boolean there = variant.tokens
                .refresh(variant.sessions.get(0))
                .claim()
                .path("alias")
                .asText()
                .equals(workspace.alias());
        if (there != wanted) {
            throw new IllegalStateException(variant.name + ": the claim is " + (there ? "there" : "missing"));
        }
    }

    /** CPU seconds of the server for 1,000 refresh grants. */
    private static double turn(Node node, Variant variant, Duration time) {
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

    private static double median(Variant variant) {
        double[] costs =
                variant.costs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (costs[(costs.length - 1) / 2] + costs[costs.length / 2]) / 2;
    }

    /** The ratio of each round, its geometric mean, and an interval for it out of rounds that are drawn again. */
    private static void print(Variant variant, Variant base) {
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
                "%-20s ratio %.3f, 95 %% interval %.3f to %.3f%n",
                variant.name,
                Math.exp(Arrays.stream(logs).average().orElseThrow()),
                Math.exp(means[(int) (means.length * 0.025)]),
                Math.exp(means[(int) (means.length * 0.975)]));
    }
}
