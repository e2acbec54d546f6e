// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import static io.roster.workspaces.fakes.Play.SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.Saved;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.sequences.Operation.Call;
import io.roster.workspaces.workspace.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A few changes, one after the other, in one workspace, with time passing and Keycloak going its own ways between them. */
final class Sequence {

    static final List<Operation> OPERATIONS = Stream.of(
                    RoleOperations.ALL, PeopleOperations.ALL, PlaceOperations.ALL, RealmOperations.ALL)
            .flatMap(List::stream)
            .toList();

    private static final int SHORTEST = 6;
    private static final int LONGEST = 12;

    private final Play play;
    private final Draw draw;
    private final Tally tally;
    private final Stage stage;
    private final List<Supplier<String>> history = new ArrayList<>();

    /** What is written now, in plain texts and as the stores hold it. */
    private Written present;

    private Saved saved;

    Sequence(Stage stage, Draw draw, Tally tally) {
        this.play = stage.play;
        this.draw = draw;
        this.tally = tally;
        this.stage = stage;
    }

    void run() {
        read();
        for (int i = SHORTEST + draw.below(LONGEST - SHORTEST + 1); i > 0; i--) {
            meanwhile();
            Operation operation = draw.any(OPERATIONS);
            Caller caller = caller(operation);
            Call call = operation.draws().apply(stage, draw);
            history.add(() ->
                    operation.method() + " by " + caller + ": " + call.text().get());
            try {
                attempt(operation, caller, call);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        history.stream().map(Supplier::get).collect(Collectors.joining(System.lineSeparator())),
                        failure);
            }
        }
    }

    private void attempt(Operation operation, Caller caller, Call call) {
        boolean fromSnapshots = draw.chance(0.01);
        play.workspaceStore.readsCommitted(!fromSnapshots);
        Verdict verdict = new Verdict(operation, call, caller, present);
        try {
            call.by().accept(caller);
            play.workspaceStore.readsCommitted(true);
            boolean changed = saved.isChanged();
            if (changed) {
                read();
            }
            verdict.accepted(present);
            tally.accepted(operation.method(), changed);
            history.add(() -> "  accepted");
        } catch (Problem refusal) {
            play.workspaceStore.readsCommitted(true);
            if (verdict.refused(refusal.code(), saved)) {
                saved.restore();
                whatIf(call, verdict, refusal.code());
            }
            tally.refused(operation.method(), refusal.code());
            history.add(() -> "  refused with " + refusal.code().code() + " " + refusal.fields());
        }
    }

    /** What would be, if somebody above the ceiling did the same. */
    private void whatIf(Call call, Verdict verdict, ProblemCode code) {
        try {
            call.by().accept(SERVER);
            verdict.rightlyRefused(code, Reading.of(stage));
            tally.note("refusals with " + code.code() + " in which the oracle finds the reason");
        } catch (Problem other) {
            tally.note("refusals with " + code.code() + " of what would have been refused anyway");
        }
        saved.restore();
    }

    /** Mostly somebody who may do such things at all. */
    private Caller caller(Operation operation) {
        if (draw.chance(operation.isOfTheRealm() ? 0.7 : 0.15)) {
            return draw.any(Stage.administrators());
        }
        if (draw.chance(0.04)) {
            return Stage.serviceAccount();
        }
        if (draw.chance(0.04)) {
            return Stage.person(draw.any(Stage.OUTSIDERS));
        }
        List<String> able = Stage.PEOPLE.stream()
                .filter(name -> !operation.isOfTheRealm() && present.mayUse(name, operation.needs()))
                .toList();
        return Stage.person(draw.any(able.isEmpty() || draw.chance(0.15) ? Stage.PEOPLE : able));
    }

    /** What none of the callers does. */
    private void meanwhile() {
        boolean later = draw.chance(0.3);
        if (later) {
            play.now = play.now.plusMillis(500L * draw.below(6));
        }
        boolean happens = draw.chance(0.15);
        if (happens) {
            UserId user = new UserId(draw.any(Stage.PEOPLE));
            if (draw.chance(0.4) && !play.shutOut.remove(user)) {
                play.shutOut.add(user);
            }
            // whoever was removed comes back in Keycloak; nothing is said of those who are there
            play.members.joined(SERVER, play.realm, stage.workspace.id(), user);
        }
        if (later || happens) {
            read();
        }
        if (draw.chance(0.08)) {
            play.members.sweep(SERVER, play.realm, stage.workspace.id());
            play.overrides.sweep(SERVER, play.realm, stage.workspace.id());
            play.grants.sweep(SERVER, play.realm, stage.workspace.id());
            Written before = present;
            read();
            assertEquals(before, present, "sweeping away what has ended changes nothing");
        }
    }

    private void read() {
        present = Reading.of(stage);
        saved = play.saved();
    }
}
