// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit.cluster;

import io.roster.testkit.Api;
import io.roster.testkit.Reply;
import io.roster.testkit.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** One Keycloak of the {@link Cluster}: a process of its own, on loopback and ports of its own. */
public final class Node {

    private static final String ADMINISTRATOR = "cluster-administrator";
    private static final Duration STARTING = Duration.ofMinutes(3);
    private static final Pattern CLUSTER_SIZE = Pattern.compile("(?m)^vendor_cluster_size\\{.*} (\\d+)");

    private final String name;
    private final Distribution distribution;
    private final Database database;
    private final Path log;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final int clusterPort = freePort();
    private Process process;
    private Keycloak administrator;

    public Node(String name, Distribution distribution, Database database) {
        this.name = name;
        this.distribution = distribution;
        this.database = database;
        this.log = distribution.log(name);
    }

    @Override
    public String toString() {
        return name;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Keycloak's own admin API, as one who may do everything. */
    public Keycloak administrator() {
        return administrator;
    }

    /** A realm, spoken to through this node. */
    public TestRealm realm(String realm) {
        return new TestRealm(url(), realm, administrator);
    }

    /** Starts the node, for the first time or again after {@link #kill}, and waits until it is ready. */
    public void start() {
        process = distribution.run(
                log,
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                        ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
                        ADMINISTRATOR,
                        "KC_DB_URL",
                        database.url(),
                        "KC_DB_USERNAME",
                        Database.USER,
                        "KC_DB_PASSWORD",
                        Database.USER),
                "start",
                "--optimized",
                // one name for both, so that each takes the other's tokens; nobody looks it up
                "--hostname=http://cluster.example.com",
                // which tells of each "not yet" of the health check
                "--log-level=info,io.smallrye.health:warn",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                // often enough for tests to see it
                "--spi-roster-workspaces--default--sweep-seconds=3",
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + clusterPort);
        Poll.until(name + " is ready", STARTING, this::isReady, () -> Distribution.tail(log));
        administrator = KeycloakBuilder.builder()
                .serverUrl(url())
                .realm("master")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(ADMINISTRATOR)
                .clientSecret(ADMINISTRATOR)
                .build();
    }

    /** Ends the node as {@code kill -9} does: it gets no time for anything. */
    public void kill() {
        if (administrator != null) {
            administrator.close();
            administrator = null;
        }
        if (process != null) {
            Distribution.kill(process);
            process = null;
        }
    }

    /** How many nodes this node counts in the cluster, itself included; 0 where it can't say. */
    public int clusterSize() {
        try {
            Matcher size = CLUSTER_SIZE.matcher(management("/metrics").text());
            return size.find() ? Integer.parseInt(size.group(1)) : 0;
        } catch (UncheckedIOException notThere) {
            return 0;
        }
    }

    /** How much processor time the server's process has used since it was started. */
    public double cpuSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toMillis() / 1_000.0)
                .sum();
    }

    /** What the server has written to its log so far, over all its starts. */
    public List<String> logged() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " has ended by itself: " + Distribution.tail(log));
        }
        try {
            // a server that listens isn't ready: Keycloak's bootstrap goes on behind its first answers
            return management("/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Reply management(String path) {
        return new Api("http://127.0.0.1:" + managementPort, null).get(path);
    }

    /** Below the ports that the system gives to outgoing connections, or one of those could take it meanwhile. */
    private static int freePort() {
        int start = ThreadLocalRandom.current().nextInt(20_000, 31_000);
        for (int port = start; port < start + 1_000; port++) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new IllegalStateException("no free port from " + start + " on");
    }
}
