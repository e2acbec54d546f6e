// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes texts alike that people take for the same: without case, width, compatibility forms (NFKD, Unicode annex 15)
 * and accents, and without what can't be seen. Done here and not in the database, where each collation has a mind of its
 * own. A changed folding shows in the {@link Copied#digest()} of everybody, so that what was copied is copied anew.
 */
final class Fold {

    /**
     * Marks that are set on letters and change nothing of who is meant. Vowels of Indic and Thai script and the voice
     * marks of Kana are marks too, but letters to whoever reads them, and stay.
     */
    private static final Set<UnicodeBlock> ACCENTS = Set.of(
            UnicodeBlock.COMBINING_DIACRITICAL_MARKS,
            UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT,
            UnicodeBlock.HEBREW,
            UnicodeBlock.ARABIC);

    private Fold() {}

    static String of(String text) {
        // up and down again is full case folding for all but a few letters: sharp s and ss become the same
        String cased = decomposed(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(cased.length());
        decomposed(cased).codePoints().filter(Fold::isKept).forEach(character -> append(folded, character));
        return folded.toString().strip();
    }

    /** The parts between spaces and what separates like them, from the first character on that isn't punctuation. */
    static List<String> parts(String text) {
        return Stream.of(of(text).split("[ ,;:\"()<>\\[\\]{}|/\\\\]+"))
                .map(Fold::withoutLeadingPunctuation)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether a character of a folded text makes a word, and isn't a hyphen, dot, at sign or the like between two. */
    static boolean isOfWord(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL -> false;
            default -> true;
        };
    }

    /** At most so many {@code char}s, none of a pair alone: that is no text to a database. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    private static String withoutLeadingPunctuation(String part) {
        int start = 0;
        while (start < part.length() && !isOfWord(part.codePointAt(start))) {
            start += Character.charCount(part.codePointAt(start));
        }
        return part.substring(start);
    }

    private static boolean isKept(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.SURROGATE -> false;
            case Character.CONTROL -> Character.isWhitespace(character);
            case Character.NON_SPACING_MARK -> !ACCENTS.contains(UnicodeBlock.of(character));
            default -> true;
        };
    }

    private static void append(StringBuilder folded, int character) {
        switch (character) {
            case 'ς' -> folded.append('σ');
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ħ' -> folded.append('h');
            case 'ŧ' -> folded.append('t');
            case '\u2018', '\u2019', '\u02BC', '`' -> folded.append('\'');
            default -> {
                if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                    if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                        folded.append(' ');
                    }
                } else if (Character.getType(character) == Character.DASH_PUNCTUATION) {
                    folded.append('-');
                } else {
                    folded.appendCodePoint(character);
                }
            }
        }
    }
}
