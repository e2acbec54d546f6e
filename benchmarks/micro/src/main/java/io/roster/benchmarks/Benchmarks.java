// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.openjdk.jmh.Main;

/** JMH's own main, after a line that says when and on what the figures were made. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        System.out.println("# " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        Main.main(args);
    }
}
