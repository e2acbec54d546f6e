// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionSet;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleName;
import io.roster.workspaces.role.RoleRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUDIT-1")
class StateTest {

    @Test
    void whatFitsIsReadAsItWasWritten() {
        Map<String, Object> fields = Map.of("name", "Data Steward \uD83D\uDE00", "hidden", true, "teammates", 7);
        assertEquals(fields, State.of(fields).fields());
    }

    @Test
    void theLargestRoleThatCanBeFitsWhole() {
        String description = "\uD83D\uDE00".repeat(1000);
        Role role = new Role(
                new RoleRef.OfCustom("r123456789abcdef"),
                RoleName.of("\uD83D\uDE00".repeat(64)),
                description,
                false,
                false,
                Optional.empty(),
                PermissionSet.of(IntStream.range(0, 4096).toArray()),
                PermissionSet.empty(),
                PermissionSet.empty(),
                "1");
        State state = RoleState.of(role);
        assertEquals(description, state.fields().get("description"));
        assertEquals(683, String.valueOf(state.fields().get("permissions")).length());
    }

    @Test
    void whatDoesNotFitGivesWayByTheLongestFieldAndSaysSo() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", "Steward");
        fields.put("long", "x".repeat(3000));
        fields.put("longer", "y".repeat(3500));
        Map<String, Object> kept = State.of(fields).fields();
        assertEquals(Map.of("omitted", 3502), kept.get("longer"));
        assertEquals("x".repeat(3000), kept.get("long"));
        assertEquals("Steward", kept.get("name"));
    }

    @Test
    void tooManyFieldsAreSaidToBeMissingAsAWhole() {
        Map<String, Object> fields = new LinkedHashMap<>();
        IntStream.range(0, 1000).forEach(number -> fields.put("field" + number, "value" + number));
        Map<String, Object> kept = State.of(fields).fields();
        assertEquals(1, kept.size());
        assertTrue((int) kept.get("omitted") > 20_000, kept.toString());
        assertThrows(IllegalArgumentException.class, () -> new State("x".repeat(4001)));
    }
}
