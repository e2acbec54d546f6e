// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The sort values of the last row of a page. Opaque to callers, and never trusted: it only ever narrows a list. */
public record Cursor(List<String> values) {

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor of(String... values) {
        return new Cursor(List.of(values));
    }

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(values));
    }

    /**
     * The only value of a list that is sorted by a number.
     *
     * @throws Problem {@code validation} if it is none
     */
    public long number() {
        try {
            return Long.parseLong(values.get(0));
        } catch (NumberFormatException e) {
            throw foreign();
        }
    }

    /**
     * Reads a cursor of a list that sorts by {@code size} values.
     *
     * @throws Problem {@code validation} if it is none of this list
     */
    static Cursor decode(String text, int size) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(Json.read(json, String[].class, "after")));
            if (cursor.values.size() == size && cursor.values.stream().allMatch(value -> value.indexOf('\0') < 0)) {
                return cursor;
            }
        } catch (IllegalArgumentException | NullPointerException | Problem e) {
            // answered below, in the same words for whatever is wrong with it
        }
        throw foreign();
    }

    private static Problem foreign() {
        return Problem.validation("after", "is not a cursor of this list: send the 'next' of the page before as it is");
    }
}
