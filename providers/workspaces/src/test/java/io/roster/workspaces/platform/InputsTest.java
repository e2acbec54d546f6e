// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers send: read if it is right, refused with what to send instead if it isn't, and never a failure. */
class InputsTest {

    record Sample(String name, List<String> keys, boolean on) {}

    @Test
    void aWellFormedBodyIsRead() {
        assertEquals(new Sample("a", List.of("b"), true), read("{\"name\":\"a\",\"keys\":[\"b\"],\"on\":true}"));
        assertEquals(new Sample(null, null, false), read("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nam\":\"a\"}|nam|known are: keys, name, on",
                "{\"name\":5}|name|wrong type or is not well formed: send a text",
                "{\"name\":\"a\",\"name\":\"b\"}|body|not well-formed",
                "{\"keys\":\"a\"}|keys|wrong type or is not well formed: send a list",
                "{\"keys\":[1]}|keys[0]|wrong type",
                "{\"on\":\"true\"}|on|wrong type or is not well formed: send true or false",
                "{\"name\":\"a\"} {}|body|",
                "[1,2|body|",
                "null|body|null",
                "\"text\"|body|",
            })
    void aBodyThatIsWrongIsRefusedAndTheFieldNamed(String json, String field, String text) {
        Problem problem = refused(ProblemCode.VALIDATION, () -> read(json));
        assertTrue(problem.getMessage().startsWith(field + ": "), problem.getMessage());
        assertTrue(text == null || problem.getMessage().contains(text), problem.getMessage());
    }

    @Test
    void aDeepBodyIsRefused() {
        refused(ProblemCode.VALIDATION, () -> read("{\"keys\":" + "[".repeat(5000) + "]".repeat(5000) + "}"));
    }

    @Test
    void aPageIsAsLargeAsAskedUpToTheLimit() {
        assertEquals(100, PageRequest.of(null, null, 1).max());
        assertEquals(500, PageRequest.of("500", null, 1).max());
        for (String max : List.of("0", "501", "-1", "x", "", "99999999999")) {
            refused(ProblemCode.VALIDATION, () -> PageRequest.of(max, null, 1));
        }
    }

    @Test
    void aCursorOfThisListIsReadAndNoOther() {
        Cursor cursor = Cursor.of("Ä \" x", "id");
        assertEquals(cursor, PageRequest.of(null, cursor.encode(), 2).after().orElseThrow());
        for (String bad : List.of(
                "", "abc", "!!", Cursor.of("a").encode(), Cursor.of("a", "b\0").encode(), "W251bGwsbnVsbF0")) {
            refused(ProblemCode.VALIDATION, () -> PageRequest.of(null, bad, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "*", " ", "\"7\",\"8\""})
    void aVersionThatFitsIsAccepted(String header) {
        Expected.of(header).require("7");
        Expected.of(null).require("7");
        if (header.contains("7")) {
            refused(ProblemCode.STALE, () -> Expected.of(header).require("9"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"8\"", "7", "W/\"7\"", "\"\"", "\"77\"", ",", "\"6\","})
    void aVersionThatDoesNotFitIsRefused(String header) {
        refused(ProblemCode.STALE, () -> Expected.of(header).require("7"));
        Expected.of("\"7\"").require("7");
    }

    @Test
    void whatCannotBeAnIdNeverReachesADatabase() {
        assertTrue(Ids.isPlausible("f:3b1c:someone@example.com"));
        assertTrue(Ids.isPlausible(Ids.key('r')));
        assertFalse(Ids.isPlausible("a\0b"));
        assertFalse(Ids.isPlausible(""));
        assertFalse(Ids.isPlausible("a".repeat(256)));
    }

    private static Sample read(String json) {
        return Json.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), Sample.class);
    }
}
