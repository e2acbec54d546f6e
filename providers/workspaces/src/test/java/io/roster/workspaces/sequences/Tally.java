// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.platform.ProblemCode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what was tried, and how it ended, so that a test that tries nothing can't look green. */
final class Tally {

    /** Only doors give these. */
    private static final Set<ProblemCode> OF_DOORS = EnumSet.of(
            ProblemCode.UNSUPPORTED, ProblemCode.INVALID_TOKEN, ProblemCode.INSUFFICIENT_SCOPE, ProblemCode.TOO_LARGE);

    private static final double LEAST_ACCEPTED = 0.3;
    private static final int LEAST_TRIED = 100;
    private static final int LEAST_CHANGED = 10;

    private static final class Row {
        private int tried;
        private int accepted;
        private int changed;
        private final Map<ProblemCode, Integer> refused = new EnumMap<>(ProblemCode.class);
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Integer> notes = new TreeMap<>();

    void accepted(String operation, boolean changed) {
        Row row = tried(operation);
        row.accepted++;
        row.changed += changed ? 1 : 0;
    }

    void refused(String operation, ProblemCode code) {
        tried(operation).refused.merge(code, 1, Integer::sum);
    }

    /** Something else that is worth a number. */
    void note(String what) {
        notes.merge(what, 1, Integer::sum);
    }

    int noted(String what) {
        return notes.getOrDefault(what, 0);
    }

    String table() {
        StringBuilder table = new StringBuilder(
                String.format("%-52s %8s %8s %8s  refused%n", "operation", "tried", "accepted", "changed"));
        rows.forEach((operation, row) -> table.append(String.format(
                "%-52s %8d %8d %8d  %s%n",
                operation,
                row.tried,
                row.accepted,
                row.changed,
                row.refused.entrySet().stream()
                        .map(entry -> entry.getKey().code() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")))));
        notes.forEach((what, count) -> table.append(String.format("%,d %s%n", count, what)));
        return table.toString();
    }

    void requireEnough() {
        int tried = rows.values().stream().mapToInt(row -> row.tried).sum();
        int accepted = rows.values().stream().mapToInt(row -> row.accepted).sum();
        assertTrue(accepted >= LEAST_ACCEPTED * tried, accepted + " of " + tried + " accepted");
        rows.forEach((operation, row) -> {
            assertTrue(row.tried >= LEAST_TRIED, operation + " hardly ever tried");
            assertTrue(row.changed >= LEAST_CHANGED, operation + " hardly ever changed anything");
        });
        Set<ProblemCode> given = rows.values().stream()
                .flatMap(row -> row.refused.keySet().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProblemCode.class)));
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(OF_DOORS)), given, "codes with which something was refused");
    }

    private Row tried(String operation) {
        Row row = rows.computeIfAbsent(operation, key -> new Row());
        row.tried++;
        return row;
    }
}
