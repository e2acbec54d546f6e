// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/**
 * An immutable set of permissions, each by its bit in the catalogue (0 to 4095). Two sets with the same bits are equal.
 * An operation that changes nothing returns the very set that it was called on.
 *
 * <p>A bit out of range is an {@link IllegalArgumentException} everywhere.
 */
public final class PermissionSet {

    /** One more than the highest bit: 512 bytes, 683 characters, are the most that a set can take in a token. */
    static final int CAPACITY = 4096;

    private static final int LONGEST_TEXT = (CAPACITY / Byte.SIZE * 4 + 2) / 3;

    /** The set without any permission. */
    public static final PermissionSet EMPTY = new PermissionSet(new long[0]);

    /** Sixty-four bits each, lowest first; the last one is never zero, so that equal sets have equal words. */
    private final long[] words;

    private PermissionSet(long[] words) {
        this.words = words;
    }

    public static PermissionSet empty() {
        return EMPTY;
    }

    public static PermissionSet of(int... bits) {
        int highest = -1;
        for (int bit : bits) {
            checkBit(bit);
            highest = Math.max(highest, bit);
        }
        if (highest < 0) {
            return EMPTY;
        }
        long[] words = new long[highest / Long.SIZE + 1];
        for (int bit : bits) {
            words[bit / Long.SIZE] |= 1L << bit;
        }
        return new PermissionSet(words);
    }

    public static PermissionSet of(Collection<Integer> bits) {
        return of(bits.stream().mapToInt(Integer::intValue).toArray());
    }

    public boolean has(int bit) {
        checkBit(bit);
        return (word(bit / Long.SIZE) & 1L << bit) != 0;
    }

    /** What is in this set, in the other one, or in both. */
    public PermissionSet plus(PermissionSet other) {
        if (includes(other)) {
            return this;
        }
        if (other.includes(this)) {
            return other;
        }
        long[] union = Arrays.copyOf(words, Math.max(words.length, other.words.length));
        for (int i = 0; i < other.words.length; i++) {
            union[i] |= other.words[i];
        }
        return new PermissionSet(union);
    }

    /** What is in this set and not in the other one. */
    public PermissionSet minus(PermissionSet other) {
        if (!meets(other)) {
            return this;
        }
        long[] rest = words.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] &= ~other.word(i);
        }
        return trimmed(rest);
    }

    /** What is in both sets. */
    public PermissionSet and(PermissionSet other) {
        if (other.includes(this)) {
            return this;
        }
        if (includes(other)) {
            return other;
        }
        long[] common = Arrays.copyOf(words, Math.min(words.length, other.words.length));
        for (int i = 0; i < common.length; i++) {
            common[i] &= other.words[i];
        }
        return trimmed(common);
    }

    public PermissionSet with(int bit) {
        return has(bit) ? this : plus(of(bit));
    }

    public PermissionSet without(int bit) {
        return has(bit) ? minus(of(bit)) : this;
    }

    /** True where the other set has nothing that this one lacks; every set includes itself and the empty one. */
    public boolean includes(PermissionSet other) {
        for (int i = 0; i < other.words.length; i++) {
            if ((other.words[i] & ~word(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return words.length == 0;
    }

    public int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** The bits of this set, lowest first. */
    public int[] bits() {
        int[] bits = new int[size()];
        int next = 0;
        for (int i = 0; i < words.length; i++) {
            for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                bits[next++] = i * Long.SIZE + Long.numberOfTrailingZeros(rest);
            }
        }
        return bits;
    }

    /**
     * This set as text for tokens: bit <i>n</i> is bit <i>n mod 8</i>, least significant first, of byte <i>n div 8</i>;
     * no trailing zero bytes; base64url (RFC 4648 section 5) without padding. The empty set is the empty text.
     */
    public String encode() {
        if (isEmpty()) {
            return "";
        }
        int highest = words.length * Long.SIZE - 1 - Long.numberOfLeadingZeros(words[words.length - 1]);
        byte[] bytes = new byte[highest / Byte.SIZE + 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i / Long.BYTES] >>> i % Long.BYTES * Byte.SIZE);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The set that {@link #encode} wrote as this text.
     *
     * @throws IllegalArgumentException for every other text, also where a lenient reader would find the same bits in it:
     *     padding, the other base64 alphabet, a last zero byte, stray low bits in the last character (RFC 4648 section
     *     3.5)
     */
    public static PermissionSet decode(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "A set of permissions has at most " + LONGEST_TEXT + " characters, not " + text.length());
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw notCanonical(text, malformed);
        }
        long[] words = new long[(bytes.length + Long.BYTES - 1) / Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            words[i / Long.BYTES] |= (bytes[i] & 0xFFL) << i % Long.BYTES * Byte.SIZE;
        }
        PermissionSet set = trimmed(words);
        // One text per set: two spellings of one token content would be told apart by whoever compares or caches them.
        if (!set.encode().equals(text)) {
            throw notCanonical(text, null);
        }
        return set;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PermissionSet set && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return Arrays.toString(bits());
    }

    static void checkBit(int bit) {
        if (bit < 0 || bit >= CAPACITY) {
            throw new IllegalArgumentException("There is no bit " + bit + ": use 0 to " + (CAPACITY - 1));
        }
    }

    private boolean meets(PermissionSet other) {
        for (int i = Math.min(words.length, other.words.length) - 1; i >= 0; i--) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    private long word(int index) {
        return index < words.length ? words[index] : 0;
    }

    private static PermissionSet trimmed(long[] words) {
        int length = words.length;
        while (length > 0 && words[length - 1] == 0) {
            length--;
        }
        if (length == 0) {
            return EMPTY;
        }
        return new PermissionSet(length == words.length ? words : Arrays.copyOf(words, length));
    }

    private static IllegalArgumentException notCanonical(String text, Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' is no set of permissions: write base64url without padding and without trailing zeros",
                cause);
    }
}
