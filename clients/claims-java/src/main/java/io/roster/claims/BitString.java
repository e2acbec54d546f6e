// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import java.util.Base64;
import java.util.BitSet;

/**
 * Permissions as text: bit <i>n</i> is bit <i>n mod 8</i>, least significant first, of byte <i>n div 8</i>; no zero byte
 * at the end; base64url without padding. That is the order of {@link BitSet}, too.
 */
final class BitString {

    /** One more than the highest bit that a catalogue can have. */
    static final int CAPACITY = 4096;

    private static final int LONGEST = (CAPACITY / Byte.SIZE * 4 + 2) / 3;

    private BitString() {}

    static String write(BitSet bits) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits.toByteArray());
    }

    /** The bits that {@link #write} wrote; an {@link IllegalArgumentException} for every text that it doesn't write. */
    static BitSet read(String text) {
        // Length first: an endless text is neither decoded nor repeated in the answer.
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("at most " + LONGEST + " characters expected, not " + text.length());
        }
        BitSet bits;
        try {
            bits = BitSet.valueOf(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            throw notWritten(text);
        }
        // The JDK reads padding and stray low bits without a word: one set, one text.
        if (!write(bits).equals(text)) {
            throw notWritten(text);
        }
        return bits;
    }

    private static IllegalArgumentException notWritten(String text) {
        return new IllegalArgumentException(
                "base64url without padding and without zeros at the end expected, not '" + text + "'");
    }
}
