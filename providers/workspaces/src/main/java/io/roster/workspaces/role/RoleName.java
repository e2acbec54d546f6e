// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The name of a role: 1 to 64 characters of any script, without what can't be seen or turns the reading direction.
 *
 * @param text as it is shown
 * @param folded as it is compared and sorted: compatibility-composed (NFKC, Unicode annex 15), without case, without
 *     invisible characters, with single spaces
 */
public record RoleName(String text, String folded) {

    public static final int LONGEST = 64;

    /** What the column holds: compatibility composition can make one character into eighteen. */
    private static final int LONGEST_FOLDED = 255;

    /**
     * Reads a name; space around it is dropped.
     *
     * @throws Problem {@code validation} for an empty or too long one, or a character that isn't allowed
     */
    public static RoleName of(String text) {
        if (text == null || text.isBlank()) {
            throw Problem.validation("name", "is missing: send 1 to 64 characters");
        }
        String name = text.strip();
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw Problem.validation("name", "is longer than 64 characters");
        }
        name.codePoints().filter(Text::isRefused).findFirst().ifPresent(character -> {
            throw Problem.validation(
                    "name",
                    String.format(
                            "has the character U+%04X, which can't be seen or changes the reading direction: leave it out",
                            character));
        });
        String folded = folded(name);
        if (folded.isEmpty() || folded.length() > LONGEST_FOLDED) {
            throw Problem.validation("name", "can't be compared with other names: use plainer characters");
        }
        return new RoleName(name, folded);
    }

    /** A name that was checked when it was stored. */
    public static RoleName stored(String text, String folded) {
        return new RoleName(text, folded);
    }

    /** Equal for names that are the same to the eye, in every database whatever its collation. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    public boolean sameAs(RoleName other) {
        return folded.equals(other.folded);
    }

    /** Any name as it is compared: equal for names that are the same to the eye. */
    public static String folded(String name) {
        StringBuilder visible = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        // up and down again is full case folding for all but a few letters: sharp s and ss become the same
        String folded = visible.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
    }
}
