// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.member.Assigned;
import io.roster.workspaces.member.Copied;
import io.roster.workspaces.member.Found;
import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Search;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lists of teammates give: whom, in which order, page by page. */
@Tag("MATE-1")
abstract class TeammateListContract {

    static final Workspace ACME = RoleStoreContract.workspace("acme");
    static final Workspace BETA = RoleStoreContract.workspace("beta");
    static final RoleRef READER = new RoleRef.OfPreset("read-only");
    private static final RoleRef CUSTOM = new RoleRef.OfCustom("r1");
    static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");

    /** The store, in a transaction of its own; a custom role {@code r1} exists in acme. */
    abstract void in(Consumer<MemberStore> work);

    @Test
    void everyOrderIsFollowedBothWaysAndPageByPageWithoutAGapOrADouble() {
        in(store -> {
            for (int i = 0; i < 9; i++) {
                add(store, ACME, "u" + i, "name" + i / 2, i % 4 == 0 ? "" : "mail" + (9 - i), i / 3, READER);
            }
            add(store, BETA, "elsewhere", "name1", "mail1", 1, READER);
        });
        assertOrder("name", "u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8");
        assertOrder("-name", "u8", "u7", "u6", "u5", "u4", "u3", "u2", "u1", "u0");
        assertOrder("email", "u0", "u4", "u8", "u7", "u6", "u5", "u3", "u2", "u1");
        assertOrder("-email", "u1", "u2", "u3", "u5", "u6", "u7", "u8", "u4", "u0");
        assertOrder("joined", "u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8");
        assertOrder("-joined", "u8", "u7", "u6", "u5", "u4", "u3", "u2", "u1", "u0");
    }

    @Test
    void everyFilterNarrowsEveryOrderAndSearch() {
        in(store -> {
            add(store, ACME, "ann", "a", "", 2, READER, "smith");
            add(store, ACME, "bob", "b", "", 1, CUSTOM, "smithers", "bob");
            add(store, ACME, "cat", "c", "", 0, CUSTOM, "smith", "cat");
            add(store, ACME, "dan", "d", "", 3, CUSTOM, "jones");
            store.assign(ACME.id(), new UserId("cat"), Assigned.lasting(CUSTOM), Source.MANUAL);
        });
        in(store -> {
            assertEquals(List.of("bob", "cat", "dan"), users(store, ACME, query(null, "r1", null, null, null)));
            assertEquals(List.of("cat", "bob", "dan"), users(store, ACME, query(null, "r1", null, null, "joined")));
            assertEquals(List.of("dan", "cat", "bob"), users(store, ACME, query(null, "r1", null, null, "-email")));
            assertEquals(List.of("cat", "bob"), users(store, ACME, query("smith", "r1", null, null, null)));
            assertEquals(List.of("ann"), users(store, ACME, query("smith", "read-only", null, null, null)));
            assertEquals(List.of("cat"), users(store, ACME, query(null, null, null, "manual", null)));
            assertEquals(List.of("bob"), users(store, ACME, query("smith", "r1", "active", "keycloak", "-name")));
            assertEquals(List.of(), users(store, ACME, query(null, null, "suspended", null, null)));
            assertEquals(
                    4,
                    users(store, ACME, query(null, null, "active", null, null)).size());
            assertEquals(List.of(), users(store, ACME, query(null, "analyst", null, null, null)));
        });
    }

    @Test
    void aSearchFindsBeginningsOfWordsAndOfEverySearchedWordOne() {
        in(store -> {
            add(store, ACME, "ann", "a", "", 0, READER, "ann", "smith", "ann.smith@example.com");
            add(store, ACME, "anna", "a", "", 0, READER, "anna", "jones", "aj@example.com");
            add(store, ACME, "zoe", "a", "", 0, READER, "zoe", "annan", "z@example.com");
        });
        in(store -> {
            assertEquals(List.of("ann", "anna", "zoe"), found(store, ACME, "ann"));
            assertEquals(List.of("anna", "zoe"), found(store, ACME, "anna"));
            assertEquals(List.of("ann"), found(store, ACME, "ann.s"));
            assertEquals(List.of("anna"), found(store, ACME, "jo ann"));
            assertEquals(List.of("anna"), found(store, ACME, "ann jo an"));
            assertEquals(List.of(), found(store, ACME, "ann jo z"));
            assertEquals(List.of(), found(store, ACME, "nn"));
            assertEquals(List.of(), found(store, ACME, "example"));
            assertEquals(List.of("zoe", "anna", "ann"), users(store, ACME, query("ann", null, null, null, "-joined")));
        });
    }

    /** In Danish aa comes after z, in Czech ch after h, and most collations don't tell accents or case first. */
    @Test
    void aBeginningIsOneWhateverTheLanguage() {
        List<String> words = List.of(
                "aa",
                "aab",
                "ab",
                "ch",
                "cz",
                "hz",
                "ss",
                "sz",
                "ya",
                "1st",
                "10",
                "9",
                "a-b",
                "a.b",
                "a@b",
                "o'neil",
                "иванова",
                "иванов",
                "σοφια",
                "李明",
                "李",
                "\uD842\uDFB7野",
                "أحمد",
                "देवी",
                "ジョン",
                "\uD83D\uDE00");
        List<String> folded =
                words.stream().map(word -> Search.of(word).words().get(0)).toList();
        in(store -> {
            for (int i = 0; i < words.size(); i++) {
                add(store, ACME, "u" + i, "a", "", 0, READER, folded.get(i));
            }
        });
        in(store -> folded.forEach(word -> assertEquals(
                IntStream.range(0, words.size())
                        .filter(i -> folded.get(i).startsWith(word))
                        .mapToObj(i -> "u" + i)
                        .sorted()
                        .toList(),
                found(store, ACME, word).stream().sorted().toList(),
                word)));
    }

    @Test
    void aSearchIsInTheOrderOfTheWordsFoundAndHasNobodyTwice() {
        in(store -> {
            for (int i = 0; i < 7; i++) {
                add(store, ACME, "u" + i, "a", "", 0, READER, "ab" + i % 3, "ab", "abc", "z" + i);
            }
            for (int i = 0; i < 7; i++) {
                add(store, ACME, "v" + i, "a", "", 0, READER, "abb" + (7 - i), "x");
            }
            add(store, BETA, "elsewhere", "a", "", 0, READER, "ab");
        });
        TeammateQuery query = query("ab", null, null, null, null);
        List<String> expected =
                List.of("u0", "u1", "u2", "u3", "u4", "u5", "u6", "v6", "v5", "v4", "v3", "v2", "v1", "v0");
        in(store -> assertEquals(expected, users(store, ACME, query)));
        assertPages(query, expected);
        in(store -> assertEquals(List.of("v6", "v5"), found(store, ACME, "abb").subList(0, 2)));
        // x is rarer than ab, and everybody has the same
        List<String> byX = List.of("v0", "v1", "v2", "v3", "v4", "v5", "v6");
        assertPages(query("ab x", null, null, null, null), byX);
        assertPages(query("ab x", null, null, null, "-name"), List.of("v6", "v5", "v4", "v3", "v2", "v1", "v0"));
    }

    @Test
    void aWorkspaceFindsItsOwnTeammatesAlone() {
        in(store -> {
            add(store, ACME, "ann", "a", "ann@example.com", 0, READER, "ann@example.com");
            add(store, BETA, "ann", "a", "ann@example.com", 0, READER, "ann@example.com");
            add(store, BETA, "bob", "b", "bob@example.com", 0, READER, "bob@example.com");
        });
        in(store -> {
            assertEquals(List.of("bob"), found(store, BETA, "bob@"));
            assertEquals(List.of(), found(store, ACME, "bob@"));
            assertEquals(List.of("ann"), found(store, ACME, "ann@"));
        });
        in(store -> store.delete(BETA.id(), new UserId("ann")));
        in(store -> {
            assertEquals(List.of("ann"), found(store, ACME, "ann@"));
            assertEquals(List.of(), found(store, BETA, "ann@"));
        });
    }

    private void assertOrder(String sort, String... users) {
        TeammateQuery query = query(null, null, null, null, sort);
        in(store -> assertEquals(List.of(users), users(store, ACME, query), sort));
        assertPages(query, List.of(users));
    }

    private void assertPages(TeammateQuery query, List<String> expected) {
        for (int max : new int[] {1, 2, 4}) {
            in(store -> {
                List<String> seen = new ArrayList<>();
                Optional<Found> last = Optional.empty();
                do {
                    List<Found> page = store.page(ACME.id(), query, START, max, last.map(Found::position));
                    assertTrue(page.size() <= max);
                    page.forEach(found -> seen.add(found.teammate().user().value()));
                    last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
                } while (last.isPresent() && seen.size() < 100);
                assertEquals(expected, seen, query.toString());
            });
        }
    }

    static TeammateQuery query(String search, String role, String status, String source, String sort) {
        return TeammateQuery.of(search, role, status, source, sort);
    }

    static List<String> found(MemberStore store, Workspace workspace, String search) {
        return users(store, workspace, query(search, null, null, null, null));
    }

    static List<String> users(MemberStore store, Workspace workspace) {
        return users(store, workspace, TeammateQuery.EVERYBODY);
    }

    static List<String> users(MemberStore store, Workspace workspace, TeammateQuery query) {
        return store.page(workspace.id(), query, START, 10_000, Optional.empty()).stream()
                .map(found -> found.teammate().user().value())
                .toList();
    }

    private static void add(
            MemberStore store,
            Workspace workspace,
            String user,
            String name,
            String email,
            long joined,
            RoleRef role,
            String... words) {
        store.insert(
                workspace.realm(),
                workspace.id(),
                new Teammate(
                        new UserId(user),
                        role,
                        Teammate.Status.ACTIVE,
                        Source.KEYCLOAK,
                        START.plusSeconds(joined),
                        new Copied(name, email, "some"),
                        0),
                Stream.of(words).toList());
    }

    static Teammate teammate(String user, String sortName, RoleRef role, long epoch) {
        return new Teammate(
                new UserId(user),
                role,
                Teammate.Status.ACTIVE,
                Source.KEYCLOAK,
                START,
                new Copied(sortName, "", "some"),
                epoch);
    }
}
