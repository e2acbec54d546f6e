// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What somebody looks for: each of the words is the beginning of a word of the person's name, of their address or of
 * their username.
 *
 * @param words folded, the longest first, none of them the beginning of another
 */
public record Search(List<String> words) {

    private static final int LONGEST = 64;
    private static final int MOST_WORDS = 8;

    public Search {
        words = List.copyOf(words);
    }

    /**
     * Reads what somebody typed.
     *
     * @throws Problem {@code validation} if it is empty, too long, or has no letter or digit
     */
    public static Search of(String text) {
        String typed = text.strip();
        if (typed.isEmpty() || typed.codePointCount(0, typed.length()) > LONGEST) {
            throw Problem.validation("search", "has 1 to 64 characters: leave it out for everybody");
        }
        List<String> words = Fold.parts(typed).stream()
                .map(part -> Fold.cut(part, Card.LONGEST_WORD))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        if (words.isEmpty()) {
            throw Problem.validation(
                    "search", "has no letter or digit: send beginnings of names, an address or a username");
        }
        List<String> needed = new ArrayList<>();
        for (String word : words) {
            // whoever has a word that begins with 'anna' has one that begins with 'ann'
            if (needed.stream().noneMatch(longer -> longer.startsWith(word))) {
                needed.add(word);
            }
        }
        if (needed.size() > MOST_WORDS) {
            throw Problem.validation("search", "has more than 8 words");
        }
        return new Search(needed);
    }

    /** The word by which people are found; the others are only asked of those whom it finds. */
    public String first() {
        return words.get(0);
    }

    public List<String> others() {
        return words.subList(1, words.size());
    }
}
