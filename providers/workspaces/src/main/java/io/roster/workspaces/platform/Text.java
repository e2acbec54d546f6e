// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

/** What people write for other people to read: any script, and nothing that can't be seen or turns the reading direction. */
public final class Text {

    private Text() {}

    /**
     * Reads one line that has to be there; space around it is dropped.
     *
     * @throws Problem {@code validation}
     */
    public static String line(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            throw Problem.validation(field, "is missing: send 1 to " + longest + " characters");
        }
        return checked(field, text.strip(), longest, false);
    }

    /**
     * Reads some lines, or none.
     *
     * @throws Problem {@code validation}
     */
    public static String lines(String field, String text, int longest) {
        return checked(field, text.strip().replace("\r\n", "\n"), longest, true);
    }

    private static String checked(String field, String text, int longest, boolean severalLines) {
        // in UTF-16 units: no database counts more
        if (text.length() > longest) {
            throw Problem.validation(field, "is longer than " + longest + " characters");
        }
        text.codePoints()
                .filter(character -> isRefused(character) && !(severalLines && character == '\n'))
                .findFirst()
                .ifPresent(character -> {
                    throw Problem.validation(
                            field,
                            String.format("has the character U+%04X, which isn't allowed: leave it out", character));
                });
        return text;
    }

    /** Whether a character can't be seen, or changes the reading direction. */
    public static boolean isRefused(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> isBidirectionalControl(character);
        };
    }

    /** The characters with the property Bidi_Control (Unicode annex 9, section 2). */
    private static boolean isBidirectionalControl(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }
}
