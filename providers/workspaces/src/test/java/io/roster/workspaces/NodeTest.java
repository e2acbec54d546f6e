// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CLAIM-1")
class NodeTest {

    @Test
    void whatANodeRemembersIsBounded() {
        assertDoesNotThrow(() -> new Node(1));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new Node(0));
        assertTrue(refusal.getMessage().contains("cache-size"), refusal.getMessage());
    }
}
