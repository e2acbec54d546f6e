// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Keycloak as Maven unpacked it, with our provider in it; one folder serves both nodes. */
public final class Distribution {

    private static final Duration BUILDING = Duration.ofMinutes(5);
    private static final String HEAP = "-Xms128m -Xmx768m";

    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    /** Builds the server with the provider JAR of this build, unless it was built with the same bytes before. */
    public static Distribution built() {
        Distribution distribution = new Distribution(property("roster.cluster.server"));
        try {
            distribution.build(property("roster.cluster.provider"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return distribution;
    }

    private void build(Path provider) throws IOException {
        Path installed = home.resolve("providers/roster-workspaces.jar");
        Path done = home.resolve("data/built-with-roster");
        if (Files.exists(done) && Files.mismatch(provider, installed) == -1) {
            return;
        }
        Files.deleteIfExists(done);
        Files.copy(provider, installed, StandardCopyOption.REPLACE_EXISTING);
        Path log = log("build");
        Process build = run(
                log,
                Map.of(),
                "build",
                "--db=postgres",
                "--cache=ispn",
                "--health-enabled=true",
                "--metrics-enabled=true");
        Poll.until("Keycloak is built", BUILDING, () -> !build.isAlive(), () -> tail(log));
        if (build.exitValue() != 0) {
            throw new IllegalStateException("Keycloak can't be built: " + tail(log));
        }
        Files.createDirectories(done.getParent());
        Files.createFile(done);
    }

    /** Starts {@code kc.sh}, with nothing of Keycloak's settings that the caller of the build may have. */
    public Process run(Path log, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("JAVA_OPTS_KC_HEAP", HEAP);
        process.environment().put("JAVA_OPTS_APPEND", System.getProperty("roster.cluster.jvm", ""));
        process.environment().putAll(environment);
        process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Process started = process.start();
            // for whoever interrupts the tests
            Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(started)));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does, and the server with it, which is a child of its script and would outlive it. */
    public static void kill(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
    }

    /** A new log beside the distribution. */
    public Path log(String name) {
        Path log = home.resolveSibling(name + ".log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    /** The last lines of a log, for whoever reads a failure. */
    public static String tail(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return log + " ends with\n" + String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path property(String name) {
        Path path = Path.of(System.getProperty(name, "the property " + name));
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " isn't there: Maven makes it on the way to these tests");
        }
        return path.toAbsolutePath();
    }
}
