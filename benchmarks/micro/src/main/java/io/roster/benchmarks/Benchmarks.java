// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs JMH with its own arguments and prints one row for each case: the median and the 99th percentile of single calls,
 * and what a call allocates. Means would be those of the machine: one call that waits for a processor outweighs a
 * thousand that don't.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        CommandLineOptions asked = new CommandLineOptions(args);
        if (asked.shouldHelp()) {
            asked.showHelp();
            return;
        }
        System.out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        System.out.println("The rows come all at once, for everything after about four minutes.");
        var options = new OptionsBuilder()
                .parent(asked)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        System.out.printf(Locale.ROOT, "%-68s %12s %12s %12s%n", "", "median ns", "p99 ns", "bytes");
        for (RunResult result : new Runner(options).run()) {
            print(result);
        }
    }

    private static void print(RunResult result) {
        var calls = result.getPrimaryResult().getStatistics();
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        System.out.printf(
                Locale.ROOT,
                "%-68s %,12.0f %,12.0f %,12.0f%n",
                name(result.getParams()),
                calls.getPercentile(50),
                calls.getPercentile(99),
                allocated == null ? Double.NaN : allocated.getScore());
    }

    private static String name(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        StringBuilder name =
                new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1));
        for (String param : params.getParamsKeys()) {
            name.append(' ').append(param).append('=').append(params.getParam(param));
        }
        return name.toString();
    }
}
