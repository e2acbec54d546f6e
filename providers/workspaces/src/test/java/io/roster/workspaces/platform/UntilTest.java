// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("MATE-5")
class UntilTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2030-01-31T12:00:00Z, 2030-01-31T12:00:00Z",
        "2030-01-31t12:00:00z, 2030-01-31T12:00:00Z",
        "2030-01-31T12:00:00.123456789Z, 2030-01-31T12:00:00.123Z",
        "2030-01-31T12:00:00+02:00, 2030-01-31T10:00:00Z",
    })
    void aMomentIsReadAsRfc3339WritesIt(String text, Instant moment) {
        assertEquals(Optional.of(moment), Until.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2030-01-31",
                "2030-01-31T12:00:00",
                "2030-02-30T12:00:00Z",
                "2030-01-31T25:00:00Z",
                "2030-01-31 12:00:00Z",
                "+12030-01-31T12:00:00Z",
                "9999-12-31T23:59:59-18:00",
                "2030-01-31T12:00:00+99:00",
                "1893456000",
            })
    void whatIsNoMomentIsRefused(String text) {
        assertEquals(
                ProblemCode.VALIDATION,
                assertThrows(Problem.class, () -> Until.of(text)).code());
        assertEquals(Optional.empty(), Until.of(null));
    }

    @Test
    void anEndLiesAheadOfNow() {
        for (Instant passed : new Instant[] {NOW, NOW.minusMillis(1)}) {
            assertThrows(Problem.class, () -> Until.requireAhead(Optional.of(passed), NOW));
        }
        Until.requireAhead(Optional.of(NOW.plusMillis(1)), NOW);
        Until.requireAhead(Optional.empty(), NOW);
    }
}
