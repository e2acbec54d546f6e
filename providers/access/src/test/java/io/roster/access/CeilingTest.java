// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CeilingTest {

    private static final PermissionSet NOTHING = PermissionSet.EMPTY;
    private static final PermissionSet HELD = PermissionSet.of(1, 2, 3);

    private final Ceiling ceiling = new Ceiling(HELD, false);

    @Test
    @Tag("ROLE-4")
    void an_actor_gives_what_they_hold_and_nothing_else() {
        assertEquals(NOTHING, ceiling.beyond(NOTHING, HELD));
        assertEquals(PermissionSet.of(4, 9), ceiling.beyond(NOTHING, PermissionSet.of(1, 4, 9)));
    }

    @Test
    @Tag("ROLE-4")
    void an_actor_makes_smaller_only_what_carries_no_more_than_they_hold() {
        assertEquals(NOTHING, ceiling.beyond(HELD, PermissionSet.of(1)));
        assertEquals(PermissionSet.of(4), ceiling.beyond(PermissionSet.of(1, 4), PermissionSet.of(1)));
        assertEquals(PermissionSet.of(4), ceiling.beyond(PermissionSet.of(4), NOTHING));
    }

    @Test
    void whoever_may_change_all_permissions_has_no_ceiling() {
        assertEquals(PermissionSet.of(4), ceiling.beyond(NOTHING, PermissionSet.of(4)));
        assertEquals(NOTHING, new Ceiling(HELD, true).beyond(PermissionSet.of(5), PermissionSet.of(4)));
    }
}
