// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks;

import io.roster.access.Catalogue;
import io.roster.access.EffectivePermissions;
import io.roster.access.Holder;
import io.roster.access.Resolver;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One teammate's effective permissions, with little and with much written about them. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class ResolverBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @Param({"26", "512"})
    int permissions;

    @Param({"0", "10", "50"})
    int overrides;

    @Param({"0", "20", "200"})
    int grants;

    /** One is the project that every workspace has. */
    @Param({"1", "20"})
    int projects;

    private Catalogue catalogue;
    private Holder holder;

    @Setup
    public void prepare() {
        catalogue = Worlds.catalogue(permissions);
        holder = Worlds.busy(permissions, overrides, grants, projects);
    }

    @Benchmark
    public EffectivePermissions resolve() {
        return Resolver.resolve(catalogue, holder, catalogue.all(), NOW);
    }
}
