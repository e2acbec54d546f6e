// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_constant_is_read_from_its_own_key() {
        for (Scope scope : Scope.values()) {
            assertSame(scope, Scope.of(scope.key()));
        }
        for (Space space : Space.values()) {
            assertSame(space, Space.of(space.key()));
        }
        for (Risk risk : Risk.values()) {
            assertSame(risk, Risk.of(risk.key()));
        }
        for (Effect effect : Effect.values()) {
            assertSame(effect, Effect.of(effect.key()));
        }
        assertEquals("personal", Space.PERSONAL.key());
    }

    @Test
    void any_other_word_is_refused_with_the_ones_to_write() {
        assertSame(Effect.DENY, Effect.of("deny"));
        for (String word : new String[] {"DENY", "deny ", "", "forbid"}) {
            assertEquals(
                    "There is no effect '" + word + "': write allow or deny",
                    assertThrows(IllegalArgumentException.class, () -> Effect.of(word))
                            .getMessage());
        }
    }
}
