// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ROLE-2")
class PermissionKeyTest {

    @ParameterizedTest
    @CsvSource({
        "charts.run, charts",
        "charts.run, Charts.run",
        "a.b, a..b",
        "a.b, .a.b",
        "a.b, a.b.",
        "shared-charts.manage, shared--charts.manage",
        "shared-charts.manage, shared-.manage",
        "shared-charts.manage, shared_charts.manage",
        "s3.2fa.read, s3.2fa.réad",
        "a.b, a. b",
        "a.b, ''"
    })
    void a_key_is_lower_case_words_in_two_parts_or_more(String good, String bad) {
        assertEquals(good, new PermissionKey(good).toString());
        String text = assertThrows(IllegalArgumentException.class, () -> new PermissionKey(bad))
                .getMessage();
        assertTrue(text.contains("write"), text);
    }

    @Test
    void a_key_has_64_characters_at_most() {
        assertEquals(64, new PermissionKey("a." + "b".repeat(62)).value().length());
        String text = assertThrows(IllegalArgumentException.class, () -> new PermissionKey("a." + "b".repeat(63)))
                .getMessage();
        assertTrue(text.contains("at most 64") && !text.contains("bbb"), text);
    }

    @Test
    void a_line_break_is_no_part_of_a_key() {
        assertEquals("a.b", new PermissionKey("a.b").value());
        assertThrows(IllegalArgumentException.class, () -> new PermissionKey("a.b\n"));
    }

    @Test
    void keys_sort_like_their_text() {
        PermissionKey one = new PermissionKey("a.b");
        PermissionKey two = new PermissionKey("b.a");
        assertEquals(List.of(one, two), List.of(two, one).stream().sorted().toList());
    }
}
