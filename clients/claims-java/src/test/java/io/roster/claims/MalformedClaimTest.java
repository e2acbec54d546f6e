// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import static io.roster.claims.Claims.read;
import static io.roster.claims.Claims.with;
import static io.roster.claims.Claims.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CLAIM-1")
class MalformedClaimTest {

    @ParameterizedTest
    @ValueSource(strings = {"id", "alias", "role", "env", "cat", "epoch", "projects"})
    void a_claim_without_one_of_its_fields_is_refused(String field) {
        assertTrue(read(Claims.list()).allows("charts.run"));
        assertRefused(field + ": ", without(Claims.list(), field));
        assertRefused(field + ": ", without(Claims.bits(), field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "alias", "role", "env", "cat", "epoch", "perms", "projects", "ref"})
    void a_field_that_is_null_or_of_no_json_type_is_refused(String field) {
        assertRefused(field + ": ", with(Claims.list(), field, null));
        assertRefused(field + ": ", with(Claims.list(), field, new Object()));
    }

    static final List<Arguments> TYPES = List.of(
            Arguments.of("id", 5, "not 5"),
            Arguments.of("id", "", "not a blank text"),
            Arguments.of("alias", " ", "not a blank text"),
            Arguments.of("role", List.of("admin"), "not a list"),
            Arguments.of("env", Map.of(), "not an object"),
            Arguments.of("cat", "3", "not a text"),
            Arguments.of("cat", 0, "not 0"),
            Arguments.of("cat", 3.5, "not 3.5"),
            Arguments.of("cat", Double.NaN, "not NaN"),
            Arguments.of("cat", Integer.MAX_VALUE + 1L, "not 2147483648"),
            Arguments.of("epoch", List.of(7), "not 1"),
            Arguments.of("epoch", List.of(7, 3, 1), "not 3"),
            Arguments.of("epoch", List.of(7, -1), "not -1"),
            Arguments.of("epoch", List.of("7", 3), "not a text"),
            Arguments.of("epoch", BigInteger.ONE, "not 1"),
            Arguments.of("epoch", List.of(7, BigInteger.TWO.pow(63)), "a whole number"),
            Arguments.of("ref", "true", "not a text"),
            Arguments.of("ref", 1, "not 1"),
            Arguments.of("perms", "charts.run", "not a text"),
            Arguments.of("perms", Map.of("charts.run", true), "not an object"),
            Arguments.of("perms", List.of("charts.run", 1), "not 1"),
            Arguments.of("perms", Collections.singletonList(null), "a text"),
            Arguments.of("projects", List.of("main"), "not a list"),
            Arguments.of("projects", "=", "not a text"),
            Arguments.of("projects", Map.of("main", true), "projects.main: "),
            Arguments.of("projects", Map.of("main", "AQ"), "projects.main: "),
            Arguments.of("projects", Map.of("main", ""), "projects.main: "),
            Arguments.of("projects", Map.of("main", List.of(1)), "projects.main: "),
            Arguments.of("projects", Map.of("", "="), "not a blank text"),
            Arguments.of("projects", Map.of(1, "="), "not 1"),
            Arguments.of("projects", Collections.singletonMap("main", null), "projects.main: "));

    @ParameterizedTest
    @FieldSource("TYPES")
    void a_value_of_another_kind_is_refused_and_named(String field, Object value, String named) {
        assertRefused(field, with(Claims.list(), field, value));
        assertRefused(named, with(Claims.list(), field, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BwQ=", "BwQA", "AA", "+w", "A", " ", "=", "charts.run"})
    void bits_that_are_not_the_one_text_of_a_set_are_refused(String bits) {
        assertTrue(read(Claims.bits()).allows("charts.run"));
        assertRefused("bits: base64url", with(Claims.bits(), "bits", bits));
        if (!bits.equals("=")) {
            assertRefused("projects.web: base64url", with(Claims.bits(), "projects", Map.of("web", bits)));
        }
    }

    @Test
    void bits_are_a_text_and_the_empty_one_is_no_permission() {
        assertEquals(0, read(with(Claims.bits(), "bits", "")).permissions().size());
        assertRefused("bits: a text expected", with(Claims.bits(), "bits", List.of(0, 1)));
        assertRefused("projects.web: a text expected", with(Claims.bits(), "projects", Map.of("web", List.of())));
        assertRefused("at most 683", with(Claims.bits(), "bits", "A".repeat(684)));
    }

    @Test
    void a_claim_has_one_form() {
        assertRefused("one form", with(Claims.list(), "bits", "AQ"));
        assertRefused("projects: ", with(Claims.role(), "projects", Map.of("main", "=")));
    }

    @Test
    void a_cut_claim_is_read_as_strictly_as_a_whole_one() {
        assertRefused("projects: ", with(with(Claims.list(), "projects", "="), "ref", true));
        assertRefused("alias: ", with(without(Claims.role(), "alias"), "ref", true));
        assertRefused("alias: ", Map.of("id", "5b0c", "ref", true));
    }

    @Test
    void a_whole_number_is_read_whatever_type_the_library_gave_it() {
        for (Number three :
                Arrays.asList(3, 3L, (short) 3, (byte) 3, 3.0, 3f, BigInteger.valueOf(3), new BigDecimal("3.00"))) {
            WorkspaceClaim claim = read(with(with(Claims.list(), "cat", three), "epoch", List.of(three, three)));
            assertEquals(3, claim.catalogueNumber().getAsInt());
            assertEquals(new Epoch(3, 3), claim.epoch().get());
        }
        assertRefused("a whole number", with(Claims.list(), "cat", new BigDecimal("1E+999999999")));
    }

    private static void assertRefused(String text, Map<String, Object> claim) {
        String message =
                assertThrows(MalformedClaimException.class, () -> read(claim)).getMessage();
        assertTrue(message.contains(text), message);
    }
}
