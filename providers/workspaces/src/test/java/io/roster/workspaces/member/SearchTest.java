// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds: what is typed and what Keycloak knows are made alike in the same way. */
@Tag("MATE-1")
class SearchTest {

    private static final Profile ANNA =
            new Profile("a.mueller7", "Anna-Lena", "Müller O’Neil", "Anna.Mueller+test@Example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "ANNA",
                "ann",
                "anna-lena",
                "lena",
                "müller",
                "mull",
                "MÜLL",
                "muller o'neil",
                "o’n",
                "neil",
                "a.mueller7",
                "a.m",
                "anna.mueller+test@example.com",
                "anna.mueller+",
                "lena mu anna.m",
                "  lena ",
                "Müller, Anna <anna.mueller+test@example.com>",
                "M\u00FCller",
                "Mu\u0308ller",
                "ｍuller",
                "lena (neil)",
                "mul mul mul"
            })
    void everyBeginningOfAWordFinds(String search) {
        assertTrue(finds(search, ANNA), search);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nna", "mueller7", "example", "test@example.com", "anna x", "mullerr", "com", "neill", "7"})
    void nothingElseDoes(String search) {
        assertFalse(finds(search, ANNA), search);
        assertTrue(finds("anna", ANNA));
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, strasse",
        "Søren, soren",
        "Łukasz, lukasz",
        "Þór, thor",
        "İpek, ipek",
        "Ћосић, ћос",
        "Ёлкин, елк",
        "ΣΟΦΟΣ, σοφοσ",
        "Σοφός, σοφος",
        "김철수, 김",
        "김철수, 기",
        "李明, 李",
        "ガンダム, ｶﾞﾝ",
        "أَحْمَد, أحمد",
        "देवी, दे",
        "สมชาย, สม",
        "ﬁona, fio",
        "Ⅷ, viii",
        "ジョン・スミス, スミス",
        "d'Artagnan, art",
        "عبد‌الله, عبدالله",
        "\uD835\uDC9Cnna, anna",
        "\uD83D\uDE00 Joy, \uD83D\uDE00",
    })
    void namesOfEveryScriptAreFoundAsTheyAreTyped(String name, String search) {
        assertTrue(
                finds(search, new Profile("x", null, name, null)),
                Card.of(new Profile(null, null, name, null)).words() + " " + Search.of(search));
        assertFalse(finds(search + "q", new Profile("x", null, name, null)));
    }

    @Test
    void aVoiceMarkMakesAnotherLetter() {
        assertFalse(finds("カン", new Profile("x", null, "ガンダム", null)));
        assertTrue(finds("ガン", new Profile("x", null, "ガンダム", null)));
    }

    @Test
    void foldingAgainChangesNothing() {
        for (String name : List.of("Müller O’Neil", "Straße", "ΣΟΦΟΣ", "김철수", "ﬁ Ⅷ", "İpek", "ガ", "a\u0000b\tc")) {
            String folded = Fold.of(name);
            assertEquals(folded, Fold.of(folded), name);
        }
        assertEquals("ab c d", Fold.of(" A\u0000b\t\u00A0 \uD800C\u200D  d "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "-", "...", "@ - ,", "\u200D", "\u0000", "a b c d e f g h i"})
    void aSearchForNothingIsRefused(String search) {
        refused(search);
        assertEquals(List.of("a"), Search.of("a").words());
    }

    @Test
    void aSearchIsAsLongAsAllowed() {
        assertEquals(1, Search.of("a".repeat(64)).words().size());
        assertEquals(1, Search.of("\uD83D\uDE00".repeat(64)).words().size());
        refused("a".repeat(65));
        assertTrue(finds("a".repeat(64), new Profile("a".repeat(255), null, null, null)));
        assertTrue(finds("ﷺ".repeat(10), new Profile("x", "ﷺ".repeat(20), null, null)));
    }

    @Test
    void aWordThatAnotherOneImpliesIsLeftOut() {
        assertEquals(List.of("anna", "jo"), Search.of("an jo anna ANN jo").words());
    }

    @Test
    void theRarestWordLeadsAndAListStaysWithIt() {
        Search search = Search.of("anna jo zz");
        assertEquals("jo", search.leading(word -> word.equals("jo") ? 3 : 4));
        assertEquals("anna", search.leading(word -> 7));
        Found.Position later = new Found.Position("zzyzx", "someone");
        assertEquals("zz", search.leading(Optional.of(later), word -> 7));
    }

    @Test
    void whatIsStoredFitsItsColumns() {
        String wide = "\uD840\uDC00".repeat(127) + " ﷺﷺﷺ " + "x ".repeat(200);
        Card card = Card.of(new Profile(wide, wide, wide, wide));
        assertTrue(card.words().size() <= 32, () -> "" + card.words().size());
        card.words().forEach(word -> assertTrue(word.getBytes(StandardCharsets.UTF_8).length <= 255, word));
        assertTrue(card.sortName().length() <= 255 && card.sortEmail().length() <= 255);
        assertFalse(card.sortName().endsWith("\uD840"));
        assertEquals(32, card.copied().digest().length());
    }

    @Test
    void whatIsMissingIsNoWord() {
        assertEquals(List.of(), Card.of(new Profile(null, " ", null, "")).words());
        Card card = Card.of(new Profile("u1", " ", null, ""));
        assertEquals(List.of("u1"), card.words());
        assertEquals("u1", card.sortName());
        assertEquals("", card.sortEmail());
        assertEquals(
                "zimmer zoe", Card.of(new Profile("u1", " Zoë", "Zimmer ", "")).sortName());
        assertNotEquals(Copied.NOTHING, card.copied());
    }

    @Test
    void theDigestTellsEveryChange() {
        Profile before = new Profile("u", "Ann", "Smith", "a@example.com");
        for (Profile after : List.of(
                new Profile("v", "Ann", "Smith", "a@example.com"),
                new Profile("u", "Anna", "Smith", "a@example.com"),
                new Profile("u", "Ann", "Smyth", "a@example.com"),
                new Profile("u", "Ann", "Smith", "b@example.com"),
                new Profile("u", "Ann", "Smith", null))) {
            assertNotEquals(Card.of(before).copied(), Card.of(after).copied());
        }
        assertEquals(Card.of(before).copied(), Card.of(before).copied());
    }

    private static void refused(String search) {
        Problem problem = Play.refused(ProblemCode.VALIDATION, () -> Search.of(search));
        assertTrue(problem.getMessage().startsWith("search: "), problem.getMessage());
    }

    private static boolean finds(String search, Profile profile) {
        List<String> has = Card.of(profile).words();
        return Search.of(search).words().stream()
                .allMatch(word -> has.stream().anyMatch(known -> known.startsWith(word)));
    }
}
