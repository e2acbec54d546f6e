// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    @Tag("PROJ-1")
    void main_is_open_and_never_archived() {
        assertTrue(new Project("main", true, false).open());
        assertThrows(IllegalArgumentException.class, () -> new Project("main", false, false));
        assertThrows(IllegalArgumentException.class, () -> new Project("main", true, true));
        assertTrue(new Project("web", false, true).archived());
        assertThrows(IllegalArgumentException.class, () -> new Project(" ", true, false));
    }

    @Test
    @Tag("MATE-5")
    void a_temporary_role_is_followed_by_its_successor_from_its_end_on() {
        PermissionSet first = PermissionSet.of(1);
        PermissionSet second = PermissionSet.of(2);
        RoleAssignment role = new RoleAssignment(first, Optional.of(END), second);
        assertEquals(first, role.at(END.minusNanos(1)));
        assertEquals(second, role.at(END));
        assertEquals(second, role.at(END.plusNanos(1)));
        assertEquals(first, RoleAssignment.lasting(first).at(Instant.MAX));
    }

    @Test
    @Tag("MATE-2")
    void an_override_needs_a_bit_that_can_exist() {
        assertEquals(4095, override(4095).bit());
        assertThrows(IllegalArgumentException.class, () -> override(4096));
    }

    @Test
    void a_holder_keeps_what_it_was_given() {
        List<Project> projects = new ArrayList<>(List.of(new Project("main", true, false)));
        Holder holder = new Holder(true, RoleAssignment.lasting(PermissionSet.EMPTY), List.of(), List.of(), projects);
        projects.clear();
        assertEquals(1, holder.projects().size());
        assertThrows(
                UnsupportedOperationException.class, () -> holder.projects().clear());
    }

    @Test
    void an_answer_can_be_read_and_not_written() {
        TreeMap<String, PermissionSet> projects = new TreeMap<>();
        projects.put("main", PermissionSet.of(1));
        EffectivePermissions answer = new EffectivePermissions(PermissionSet.of(1), projects, Optional.empty());
        assertEquals(PermissionSet.of(1), answer.in("main"));
        assertEquals(PermissionSet.EMPTY, answer.in("web"));
        assertThrows(
                UnsupportedOperationException.class, () -> answer.projects().clear());
        assertFalse(EffectivePermissions.NONE.projects().containsKey("main"));
    }

    private static PermissionOverride override(int bit) {
        return new PermissionOverride(Effect.ALLOW, bit, Optional.empty(), Optional.empty());
    }
}
