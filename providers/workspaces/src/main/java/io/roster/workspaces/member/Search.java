// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What somebody looks for: each of the words is the beginning of a word of the person's name, of their address or of
 * their username.
 *
 * @param words folded, the longest first, none of them the beginning of another
 */
public record Search(List<String> words) {

    /** Words that begin alike are counted up to here: beyond it is nothing to be gained by knowing how many. */
    public static final int COUNTED = 5000;

    public static final int LONGEST = 64;

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

    /**
     * The word by which people are found, the one that the fewest have; the others are only asked of those whom it
     * finds.
     *
     * @param count how many words begin so, up to {@link #COUNTED}
     */
    public String leading(ToLongFunction<String> count) {
        String rarest = words.get(0);
        if (words.size() > 1) {
            long fewest = Long.MAX_VALUE;
            for (String word : words) {
                long found = count.applyAsLong(word);
                if (found < fewest) {
                    rarest = word;
                    fewest = found;
                }
            }
        }
        return rarest;
    }

    /** The same for a list in the order of the words that it found: it stays with the word of its first page. */
    public String leading(Optional<Found.Position> after, ToLongFunction<String> count) {
        return after.flatMap(position ->
                        words.stream().filter(position.value()::startsWith).findFirst())
                .orElseGet(() -> leading(count));
    }
}
