// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {

    private final Presets presets = Presets.load();

    @ParameterizedTest
    @Tag("ROLE-1")
    @Tag("CLAIM-1")
    @CsvSource({"read-only, Hw", "consumer, _w", "analyst, _wc", "architect, __8f", "admin, ____Aw"})
    void a_preset_has_the_text_that_clients_expect_in_tokens(String preset, String text) {
        assertEquals(text, presets.roles.get(preset).encode());
        assertEquals(presets.roles.get(preset), PermissionSet.decode(text));
    }

    @Test
    @Tag("ROLE-1")
    void each_preset_has_all_of_the_one_before_it() {
        assertEquals(
                List.of("read-only", "consumer", "analyst", "architect", "admin"), List.copyOf(presets.roles.keySet()));
        PermissionSet smaller = PermissionSet.EMPTY;
        for (PermissionSet role : presets.roles.values()) {
            assertTrue(role.includes(smaller) && role.size() > smaller.size());
            smaller = role;
        }
        assertEquals(presets.catalogue.all(), smaller);
    }

    @Test
    @Tag("ROLE-1")
    void the_catalogue_parts_into_account_and_project_permissions() {
        Catalogue catalogue = presets.catalogue;
        assertEquals(26, catalogue.permissions().size());
        assertEquals(PermissionSet.of(5, 12, 21, 22, 23, 24, 25), catalogue.accountScoped());
        assertEquals(catalogue.all().minus(catalogue.accountScoped()), catalogue.projectScoped());
    }

    @Test
    @Tag("PLAN-1")
    void session_replay_alone_hangs_on_a_plan() {
        Catalogue catalogue = presets.catalogue;
        assertEquals(PermissionSet.of(4, 20), catalogue.all().minus(catalogue.unlocked(Set.of())));
        assertEquals(catalogue.all(), catalogue.unlocked(Set.of("session-replay", "sso")));
    }

    @Test
    void the_rules_ask_only_for_keys_that_the_catalogue_has() {
        assertEquals(
                PermissionSet.of(5, 21, 23, 24, 25),
                presets.catalogue.set(List.of(
                        Keys.TEAMMATES_INVITE,
                        Keys.SECURITY_SETTINGS_MANAGE,
                        Keys.TEAMMATES_MANAGE,
                        Keys.PROJECTS_MANAGE,
                        Keys.USER_PERMISSIONS_CHANGE)));
    }
}
