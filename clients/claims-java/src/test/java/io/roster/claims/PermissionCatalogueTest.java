// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CLAIM-1")
class PermissionCatalogueTest {

    @Test
    void the_servers_answer_is_read_and_what_is_not_needed_of_it_ignored() {
        PermissionCatalogue catalogue = PermissionCatalogue.of(
                answer(List.of(permission(9, "billing.manage", "account"), permission(0, "charts.run", "project"))));
        assertEquals(3, catalogue.number());
        assertEquals(List.of("charts.run", "billing.manage"), List.copyOf(catalogue.keys()));
        assertEquals(Optional.of(9), catalogue.bit("billing.manage"));
        assertEquals(Optional.empty(), catalogue.bit("charts.export"));
        assertTrue(catalogue.countsInProjects("charts.run"));
        assertFalse(catalogue.countsInProjects("billing.manage"));
        assertFalse(catalogue.countsInProjects("charts.export"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bit", "key", "scope"})
    void a_permission_that_lacks_a_field_is_refused(String field) {
        Map<String, Object> permission = permission(0, "charts.run", "project");
        PermissionCatalogue.of(answer(permission));
        permission.remove(field);
        assertRefused("permissions[0]." + field + ": ", answer(permission));
    }

    static final List<Arguments> WRONG = List.of(
            Arguments.of("permissions[0].bit: ", permission(-1, "charts.run", "project")),
            Arguments.of("permissions[0].bit: ", permission(4096, "charts.run", "project")),
            Arguments.of("permissions[0].bit: ", permission("0", "charts.run", "project")),
            Arguments.of("permissions[0].key: ", permission(0, "", "project")),
            Arguments.of("permissions[0].scope: project or account", permission(0, "charts.run", "Project")));

    @ParameterizedTest
    @FieldSource("WRONG")
    void a_permission_with_a_wrong_field_is_refused(String text, Map<String, Object> permission) {
        assertRefused(text, answer(permission));
    }

    @Test
    void an_answer_of_another_shape_is_refused() {
        assertRefused("number: ", Map.of("permissions", List.of()));
        assertRefused("number: ", Map.of("number", 0, "permissions", List.of()));
        assertRefused("permissions: ", Map.of("number", 1));
        assertRefused("permissions[0]: an object", Map.of("number", 1, "permissions", List.of("charts.run")));
        assertEquals(
                0,
                PermissionCatalogue.of(Map.of("number", 1, "permissions", List.of()))
                        .keys()
                        .size());
    }

    @Test
    void two_permissions_share_neither_bit_nor_key() {
        PermissionCatalogue.Builder one = PermissionCatalogue.numbered(1).project(0, "charts.run");
        String sameBit = assertThrows(MalformedCatalogueException.class, () -> one.account(0, "billing.manage"))
                .getMessage();
        assertEquals("charts.run and billing.manage both have bit 0", sameBit);
        String sameKey = assertThrows(MalformedCatalogueException.class, () -> one.account(4, "charts.run"))
                .getMessage();
        assertEquals("charts.run has both bit 0 and bit 4", sameKey);
        assertRefused(
                "both have bit 0",
                answer(List.of(permission(0, "charts.run", "project"), permission(0, "charts.export", "project"))));
        assertEquals(2, one.project(4095, "charts.export").build().keys().size());
    }

    @Test
    void by_hand_numbers_begin_at_1_and_bits_are_0_to_4095() {
        assertThrows(MalformedCatalogueException.class, () -> PermissionCatalogue.numbered(0));
        PermissionCatalogue.Builder builder = PermissionCatalogue.numbered(1);
        assertThrows(MalformedCatalogueException.class, () -> builder.project(-1, "charts.run"));
        assertThrows(MalformedCatalogueException.class, () -> builder.account(4096, "charts.run"));
        assertEquals(0, builder.build().keys().size());
    }

    @Test
    void a_built_catalogue_does_not_grow_with_its_builder() {
        PermissionCatalogue.Builder builder = PermissionCatalogue.numbered(1).account(0, "billing.manage");
        PermissionCatalogue catalogue = builder.build();
        builder.project(1, "charts.run");
        assertEquals(1, catalogue.keys().size());
        assertFalse(catalogue.countsInProjects("charts.run"));
    }

    private static Map<String, Object> answer(Map<String, Object> permission) {
        return answer(List.of(permission));
    }

    private static Map<String, Object> answer(List<Map<String, Object>> permissions) {
        return Map.of("number", 3, "permissions", permissions, "presets", List.of());
    }

    private static Map<String, Object> permission(Object bit, String key, String scope) {
        Map<String, Object> permission = new HashMap<>(Map.of("bit", bit, "key", key, "scope", scope));
        permission.put("label", "Some label");
        permission.put("entitlement", null);
        return permission;
    }

    private static void assertRefused(String text, Map<String, Object> json) {
        String message = assertThrows(MalformedCatalogueException.class, () -> PermissionCatalogue.of(json))
                .getMessage();
        assertTrue(message.contains(text), message);
    }
}
