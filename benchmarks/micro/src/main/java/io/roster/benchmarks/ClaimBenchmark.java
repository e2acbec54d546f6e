// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks;

import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.token.ClaimForm;
import io.roster.workspaces.token.Lifetime;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Map;
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

/**
 * What the mapper does for a token of somebody whom the node remembers: from the question to the value of the claim,
 * with nothing of Keycloak but the clock around it. The teammate is an Admin, who has every permission of the seeded
 * catalogue.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class ClaimBenchmark {

    private static final RealmId REALM = new RealmId("realm");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("workspace");
    private static final UserId ANN = new UserId("ann");
    private static final int BUDGET = 2_048;

    @Param({"list", "bits", "role"})
    String form;

    @Param({"1", "20", "1000"})
    int projects;

    private EffectiveAccess access;
    private ClaimForm claimForm;

    @Setup
    public void prepare() {
        access = Remembered.access(REALM, WORKSPACE, ANN, projects);
        claimForm = ClaimForm.of(form);
    }

    @Benchmark
    public Map<String, Object> claim() {
        Standing standing = access.in(REALM, WORKSPACE, ANN).orElseThrow();
        return claimForm.claim(new Lifetime(Instant.now()).lasting(standing), BUDGET);
    }
}
