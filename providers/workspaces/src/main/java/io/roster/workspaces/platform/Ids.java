// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** Random identifiers. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int KEY_LENGTH = 15;
    private static final int LONGEST = 255;

    private Ids() {}

    /**
     * A key that people may read and tokens carry: one letter and 75 random bits in lower case, without the letters
     * that look like digits. Never guessed, never used again.
     */
    public static String key(char prefix) {
        StringBuilder key = new StringBuilder(KEY_LENGTH + 1).append(prefix);
        for (int i = 0; i < KEY_LENGTH; i++) {
            key.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return key.toString();
    }

    /**
     * Whether a text that somebody sent can be an id at all. What can't is answered like an id that doesn't exist, and
     * never reaches a database: PostgreSQL refuses a statement with a NUL in it.
     */
    public static boolean isPlausible(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().noneMatch(Character::isISOControl);
    }

    /** A random row id or revision of 36 characters. */
    public static String uuid() {
        return UUID.randomUUID().toString();
    }
}
