// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks;

import io.roster.access.PermissionSet;
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

/** A set of permissions to text and back, half of the bits set. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class PermissionSetBenchmark {

    @Param({"26", "512"})
    int permissions;

    private PermissionSet set;
    private String text;

    @Setup
    public void prepare() {
        set = Worlds.half(permissions);
        text = set.encode();
    }

    @Benchmark
    public String encode() {
        return set.encode();
    }

    @Benchmark
    public PermissionSet decode() {
        return PermissionSet.decode(text);
    }
}
