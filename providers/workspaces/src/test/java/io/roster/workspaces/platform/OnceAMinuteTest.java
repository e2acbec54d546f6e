// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CLAIM-2")
class OnceAMinuteTest {

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final OnceAMinute lines = new OnceAMinute(() -> now);

    @Test
    void theSameIsSaidAgainAfterAMinute() {
        assertTrue(lines.isTime("one"));
        now = now.plusSeconds(59);
        assertFalse(lines.isTime("one"));
        assertTrue(lines.isTime("two"));
        now = now.plusSeconds(1);
        assertTrue(lines.isTime("one"));
        assertFalse(lines.isTime("one"));
        assertFalse(lines.isTime("two"));
    }

    @Test
    void itNeverKeepsMuch() {
        for (int about = 0; about < 10_000; about++) {
            assertTrue(lines.isTime("about " + about));
        }
        assertFalse(lines.isTime("about 9999"));
        assertTrue(lines.isTime("about 0"), "forgotten, so that it doesn't grow");
    }
}
