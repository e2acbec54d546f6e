// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Permission RUN = permission(0, "charts.run", Scope.PROJECT, null, false);
    private static final Permission BILLING = permission(3, "billing.manage", Scope.ACCOUNT, null, false);
    private static final Permission REPLAY = permission(70, "replays.view", Scope.PROJECT, "replay", false);
    private static final Permission RECORD = permission(71, "replays.record", Scope.PROJECT, "replay", true);

    private final Catalogue catalogue = Catalogue.of(4, List.of(REPLAY, BILLING, RECORD, RUN));

    @Test
    void permissions_come_in_the_order_of_their_bits() {
        assertEquals(List.of(RUN, BILLING, REPLAY, RECORD), catalogue.permissions());
        assertEquals(4, catalogue.number());
    }

    @Test
    void a_permission_is_found_by_key_and_by_bit() {
        assertEquals(Optional.of(REPLAY), catalogue.find(REPLAY.key()));
        assertEquals(Optional.empty(), catalogue.find(new PermissionKey("charts.burn")));
        assertEquals(Optional.of(REPLAY), catalogue.permission(70));
        assertEquals(Optional.empty(), catalogue.permission(69));
        assertEquals(Optional.empty(), catalogue.permission(4095));
        assertThrows(IllegalArgumentException.class, () -> catalogue.permission(4096));
    }

    @Test
    @Tag("ROLE-2")
    void it_knows_its_parts() {
        assertEquals(PermissionSet.of(0, 3, 70, 71), catalogue.all());
        assertEquals(PermissionSet.of(0, 70, 71), catalogue.projectScoped());
        assertEquals(PermissionSet.of(3), catalogue.accountScoped());
        assertEquals(PermissionSet.of(71), catalogue.deprecated());
    }

    @Test
    @Tag("PLAN-1")
    void a_plan_unlocks_what_needs_nothing_and_what_it_has() {
        assertEquals(PermissionSet.of(0, 3), catalogue.unlocked(Set.of()));
        assertEquals(PermissionSet.of(0, 3), catalogue.unlocked(Set.of("sso")));
        assertEquals(catalogue.all(), catalogue.unlocked(Set.of("sso", "replay")));
    }

    @Test
    @Tag("ROLE-1")
    void keys_become_a_set_and_a_set_becomes_keys_again() {
        PermissionSet set = catalogue.set(List.of(REPLAY.key(), RUN.key(), RUN.key()));
        assertEquals(PermissionSet.of(0, 70), set);
        assertEquals(List.of(RUN.key(), REPLAY.key()), catalogue.keys(set));
    }

    @Test
    @Tag("ROLE-1")
    void all_the_unknown_keys_are_named_at_once() {
        PermissionKey burn = new PermissionKey("charts.burn");
        PermissionKey bury = new PermissionKey("charts.bury");
        UnknownPermissionException refusal = assertThrows(
                UnknownPermissionException.class, () -> catalogue.set(List.of(burn, RUN.key(), bury, burn)));
        assertEquals(List.of(burn, bury), refusal.keys());
        assertTrue(refusal.getMessage().contains("charts.burn, charts.bury"), refusal.getMessage());
        assertEquals(PermissionSet.of(0), catalogue.set(List.of(RUN.key())));
    }

    @Test
    @Tag("CLAIM-1")
    void bits_of_a_newer_catalogue_are_skipped() {
        assertEquals(List.of(RUN.key()), catalogue.keys(PermissionSet.of(0, 1, 72, 4000)));
    }

    @Test
    void it_is_asked_whether_a_set_has_a_key() {
        assertTrue(catalogue.has(PermissionSet.of(3), BILLING.key()));
        assertFalse(catalogue.has(PermissionSet.of(0), BILLING.key()));
        assertFalse(catalogue.has(catalogue.all(), Keys.PROJECTS_MANAGE));
    }

    @Test
    @Tag("ROLE-1")
    void a_key_that_comes_twice_is_refused_with_both_bits() {
        String text = refusal(List.of(RUN, permission(9, "charts.run", Scope.PROJECT, null, false)));
        assertTrue(text.contains("Bits 0 and 9") && text.contains("charts.run"), text);
        assertEquals(
                2,
                Catalogue.of(1, List.of(RUN, permission(9, "charts.burn", Scope.PROJECT, null, false)))
                        .permissions()
                        .size());
    }

    @Test
    @Tag("ROLE-1")
    void a_bit_that_comes_twice_is_refused_with_both_keys() {
        String text = refusal(List.of(permission(0, "charts.burn", Scope.PROJECT, null, false), RUN));
        assertTrue(text.contains("charts.burn and charts.run") && text.contains("bit 0"), text);
    }

    @Test
    void a_catalogue_counts_from_one_and_may_be_empty() {
        assertThrows(IllegalArgumentException.class, () -> Catalogue.of(0, List.of(RUN)));
        assertTrue(Catalogue.of(1, List.of()).all().isEmpty());
    }

    @Test
    @Tag("ROLE-1")
    void a_permission_needs_a_label_and_a_real_entitlement() {
        PermissionKey key = RUN.key();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Permission(0, key, " ", Space.SHARED, Scope.PROJECT, Risk.LOW, Optional.empty(), false));
        assertThrows(IllegalArgumentException.class, () -> permission(0, "charts.run", Scope.PROJECT, " ", false));
        assertThrows(IllegalArgumentException.class, () -> permission(4096, "charts.run", Scope.PROJECT, null, false));
        assertEquals(
                4095,
                permission(4095, "charts.run", Scope.PROJECT, "replay", false).bit());
    }

    private static String refusal(List<Permission> permissions) {
        return assertThrows(IllegalArgumentException.class, () -> Catalogue.of(1, permissions))
                .getMessage();
    }

    private static Permission permission(int bit, String key, Scope scope, String entitlement, boolean deprecated) {
        return new Permission(
                bit,
                new PermissionKey(key),
                "Label",
                Space.SHARED,
                scope,
                Risk.LOW,
                Optional.ofNullable(entitlement),
                deprecated);
    }
}
