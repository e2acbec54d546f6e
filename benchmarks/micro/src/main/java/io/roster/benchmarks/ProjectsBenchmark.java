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

/** One teammate about whom nothing is written but the role, in more and more projects, all of them open. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class ProjectsBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @Param({"26", "512"})
    int permissions;

    @Param({"1", "5", "10", "20", "50", "100", "1000"})
    int projects;

    private Catalogue catalogue;
    private Holder holder;

    @Setup
    public void prepare() {
        catalogue = Worlds.catalogue(permissions);
        holder = Worlds.plain(permissions, projects);
    }

    @Benchmark
    public EffectivePermissions resolve() {
        return Resolver.resolve(catalogue, holder, catalogue.all(), NOW);
    }
}
