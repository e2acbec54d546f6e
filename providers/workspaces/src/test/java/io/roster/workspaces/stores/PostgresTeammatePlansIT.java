// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.member.Found;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.member.jpa.JpaMemberStore;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.workspace.WorkspaceId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How PostgreSQL reads a large workspace among many small ones. It plans as it likes, by its own statistics, and reads
 * every page in an index from where it begins, the first and one in the middle alike.
 */
@Tag("MATE-1")
class PostgresTeammatePlansIT {

    private static final int TEAMMATES = 25_000;
    private static final int PAGE = 100;
    private static final WorkspaceId LARGE = new WorkspaceId("w0");
    private static final Pattern READ = Pattern.compile("(?:actual rows=|Rows Removed by [A-Za-z ]+: )(\\d+)");
    private static final Pattern SORTED = Pattern.compile("-> +Sort .*\\R(?:(?! +->).*\\R)* +-> .*actual rows=(\\d+)");

    private static final List<String> QUESTIONS = new ArrayList<>();
    private static Database database;

    @BeforeAll
    static void manyTeammates() {
        database = Servers.postgres(QUESTIONS);
        Stream.of(
                        "insert into WS_ROLE (ID, ORG_ID, REALM_ID, NAME, NAME_FOLDED, NAME_HASH, VERSION)"
                                + " values ('r1', 'w0', 'realm', 'Steward', 'steward', '', 0)",
                        "create function LETTERS(SEED text) returns text language sql as"
                                + " $$ select substr(translate(md5(SEED), '0123456789', 'ghijklmnop'), 1, 8) $$",
                        // every second one is in the large workspace, the others are in 125 small ones
                        "create table PEOPLE as select case when N % 2 = 0 then 'w0' else 'w' || N % 250 end ORG,"
                                + " md5('id' || N) ID, N, LETTERS('f' || N % 500) FIRST, LETTERS('l' || N % 3000) LAST"
                                + " from generate_series(1, 2 * " + TEAMMATES + ") N",
                        "insert into WS_MEMBER (ORG_ID, USER_ID, REALM_ID, PRESET, ROLE_ID, STATUS, SOURCE, JOINED_AT,"
                                + " SORT_NAME, SORT_EMAIL, COPY_DIGEST, EPOCH) select ORG, ID, 'realm',"
                                + " case when ORG <> 'w0' or N % 20 > 1 then 'read-only' when N % 40 > 1 then 'analyst' end,"
                                + " case when ORG = 'w0' and N % 40 <= 1 then 'r1' end, 'active',"
                                + " case when N % 50 = 0 then 'manual' else 'default' end, N % 3,"
                                + " LAST || ' ' || FIRST, FIRST || '.' || N || '@example.com', '', 0 from PEOPLE",
                        "insert into WS_MEMBER_WORD (ORG_ID, USER_ID, WORD, REALM_ID) select distinct ORG, ID,"
                                + " convert_to(WORD, 'UTF8'), 'realm' from PEOPLE cross join lateral (values (FIRST),"
                                + " (LAST), (FIRST || '.' || N || '@example.com'), ('person' || N)) WORDS (WORD)",
                        // as the server does by itself after many changes
                        "vacuum analyze WS_MEMBER",
                        "vacuum analyze WS_MEMBER_WORD")
                .forEach(PostgresTeammatePlansIT::execute);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        ",,,,",
        ",,,,-name",
        ",,,,email",
        ",,,,-email",
        ",,,,joined",
        ",,,,-joined",
        ",read-only,,,",
        ",analyst,,,-name",
        ",r1,,,",
        ",read-only,,,email",
        ",analyst,,,-email",
        ",r1,,,-email",
        ",read-only,,,joined",
        ",analyst,,,-joined",
        ",r1,,,joined",
        ",,active,,",
        ",,active,,-email",
        ",,,manual,",
        ",,,default,joined",
        "a,,,,",
        "ab,,,,",
        "abc,,,,",
        "p,,,,",
        "person2,,,,",
        "person24680,,,,",
        "zz,,,,",
        "a,read-only,,,",
        "p,,active,,",
        "person,,,,name",
        "person p,,,,-joined",
    })
    void aPageIsReadInAnIndexFromWhereItBegins(String search, String role, String status, String source, String sort) {
        TeammateQuery query = TeammateQuery.of(search, role, status, source, sort);
        List<Found> rows = page(query, TEAMMATES, Optional.empty());
        assertReadInOrder(query, Optional.empty());
        if (rows.size() > 2 * PAGE) {
            int half = rows.size() / 2;
            Optional<Found.Position> after = Optional.of(rows.get(half).position());
            assertReadInOrder(query, after);
            assertEquals(rows.subList(half + 1, half + 1 + PAGE), page(query, PAGE, after));
        }
    }

    /** Where few have the rarer word, all of them are read, and may be sorted: they are no more than a page can have. */
    @ParameterizedTest
    @ValueSource(strings = {"a b", "person aa", "person ab", "ab person1 ba", "zz person"})
    void ofSeveralWordsTheRarestLeads(String search) {
        page(TeammateQuery.of(search, null, null, null, null), PAGE, Optional.empty());
        String plan = plan();
        assertFalse(plan.contains("Seq Scan"), plan);
        SORTED.matcher(plan)
                .results()
                .forEach(sorted -> assertTrue(Integer.parseInt(sorted.group(1)) <= PageRequest.LARGEST_MAX, plan));
        assertTrue(read(plan) < TEAMMATES / 5, plan);
    }

    private static void assertReadInOrder(TeammateQuery query, Optional<Found.Position> after) {
        page(query, PAGE, after);
        String plan = plan();
        assertTrue(plan.contains("Index"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
        assertFalse(plan.contains("Sort"), plan);
        assertTrue(read(plan) <= 3 * PAGE, plan);
    }

    /** The most rows that a step of the plan gave or read in vain. */
    private static int read(String plan) {
        return READ.matcher(plan)
                .results()
                .mapToInt(read -> Integer.parseInt(read.group(1)))
                .max()
                .orElseThrow();
    }

    private static List<Found> page(TeammateQuery query, int max, Optional<Found.Position> after) {
        List<Found> found = new ArrayList<>();
        database.commit(em -> found.addAll(new JpaMemberStore(em).page(LARGE, query, Instant.EPOCH, max, after)));
        return found;
    }

    /** How the last question was answered. */
    private static String plan() {
        String question = QUESTIONS.get(QUESTIONS.size() - 1);
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain (analyze, timing off) " + question)) {
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
        return question + "\n" + String.join("\n", lines);
    }

    private static void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
