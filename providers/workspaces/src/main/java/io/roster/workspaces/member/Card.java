// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lists sort and search a person by, folded from their profile.
 *
 * @param sortName last name first, else the username
 * @param sortEmail the address, or empty
 * @param words that a search finds by their beginnings: each word of the name, the address, the username
 */
public record Card(String sortName, String sortEmail, List<String> words) {

    /** So that a word fits its column of 255 bytes whatever its script. */
    static final int LONGEST_WORD = 80;

    /** More than any name has; a name of 255 letters and spaces in between shall not make a hundred rows. */
    private static final int MOST_WORDS = 32;

    private static final int LONGEST_SORT = 255;

    public Card {
        words = List.copyOf(words);
    }

    public static Card of(Profile profile) {
        Set<String> words = new LinkedHashSet<>();
        text(profile.username()).map(Card::whole).forEach(words::add);
        text(profile.email()).map(Card::whole).forEach(words::add);
        Stream.of(profile.lastName(), profile.firstName())
                .flatMap(Card::text)
                .flatMap(name -> Fold.parts(name).stream())
                .flatMap(Card::beginnings)
                .forEach(words::add);
        String name = Stream.of(profile.lastName(), profile.firstName())
                .flatMap(Card::text)
                .collect(Collectors.joining(" "));
        return new Card(
                sort(name.isBlank() ? profile.username() : name),
                sort(profile.email()),
                words.stream()
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .sorted()
                        .toList());
    }

    /** What a teammate's row keeps of it. */
    public Copied copied() {
        List<String> all =
                Stream.concat(Stream.of(sortName, sortEmail), words.stream()).toList();
        return new Copied(sortName, sortEmail, Digest.of(all));
    }

    /** An address or a username is found by its beginning only: by its end it would be everybody's of a company. */
    private static String whole(String text) {
        return Fold.cut(String.join(" ", Fold.parts(text)), LONGEST_WORD);
    }

    /** A part of a name from each of its words on: both halves of a name with a hyphen are looked for. */
    private static Stream<String> beginnings(String part) {
        Stream.Builder<String> beginnings = Stream.builder();
        boolean between = true;
        for (int i = 0; i < part.length(); i += Character.charCount(part.codePointAt(i))) {
            boolean isOfWord = Fold.isOfWord(part.codePointAt(i));
            if (between && isOfWord) {
                beginnings.add(Fold.cut(part.substring(i), LONGEST_WORD));
            }
            between = !isOfWord;
        }
        return beginnings.build();
    }

    private static String sort(String text) {
        return text(text)
                .map(Fold::of)
                .map(folded -> Fold.cut(folded, LONGEST_SORT))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> text(String text) {
        return Stream.ofNullable(text).filter(some -> !some.isBlank());
    }
}
