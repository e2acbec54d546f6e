// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/reference/requirements.md} from the tags of the tests and the list beside it, with
 * {@code ./dev docs}, and fails where the page is not what it would write.
 */
class RequirementsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path LIST = ROOT.resolve("docs/reference/requirements.csv");
    private static final Path PAGE = ROOT.resolve("docs/reference/requirements.md");
    private static final Pattern ROW = Pattern.compile("([A-Z]+-\\d+),(there|part|planned),\"?(.*?)\"?");
    private static final Pattern MARK =
            Pattern.compile("@Tag\\(\"([A-Z]+-\\d+)\"\\)|\\bclass (\\w+)|\\bvoid (\\w+)\\(");

    private static final List<Requirement> REQUIREMENTS = new ArrayList<>();
    private static final Map<String, TreeSet<String>> TESTS = new TreeMap<>();

    private record Requirement(String id, String state, String text) {}

    @BeforeAll
    static void read() throws IOException {
        for (String line :
                Files.readAllLines(LIST).subList(1, Files.readAllLines(LIST).size())) {
            Matcher row = ROW.matcher(line);
            assertTrue(row.matches(), "not 'id,there|part|planned,text': " + line);
            REQUIREMENTS.add(new Requirement(row.group(1), row.group(2), row.group(3)));
        }
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().matches(".*/src/test/java/.*\\.java"))
                    .forEach(RequirementsTest::readTags);
        }
    }

    @Test
    void everyTagNamesARequirementOfTheList() {
        List<String> known = REQUIREMENTS.stream().map(Requirement::id).toList();
        assertEquals(known.stream().distinct().toList(), known, "an id stands twice");
        assertEquals(
                List.of(),
                TESTS.keySet().stream().filter(id -> !known.contains(id)).toList());
    }

    @Test
    void whatIsThereHasATestAndWhatIsPlannedIsNotSaidToBeThere() {
        assertEquals(
                List.of(),
                REQUIREMENTS.stream()
                        .filter(requirement ->
                                requirement.state().equals("planned") == TESTS.containsKey(requirement.id()))
                        .toList(),
                "change the state of these in " + LIST.getFileName());
    }

    @Test
    void thePageIsWhatTheTestsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("roster.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.exists(PAGE) ? Files.readString(PAGE) : "", "run ./dev docs and commit the page");
    }

    private static void readTags(Path file) {
        String source;
        try {
            source = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String type = null;
        List<String> waiting = new ArrayList<>();
        Matcher mark = MARK.matcher(source);
        while (mark.find()) {
            if (mark.group(1) != null) {
                waiting.add(mark.group(1));
                continue;
            }
            if (mark.group(2) != null && type == null) {
                type = mark.group(2);
                add(waiting, type);
            } else if (mark.group(3) != null) {
                add(waiting, type + "." + mark.group(3));
            }
            waiting.clear();
        }
    }

    private static void add(List<String> ids, String test) {
        ids.forEach(id -> TESTS.computeIfAbsent(id, unused -> new TreeSet<>()).add(test));
    }

    private static String page() {
        String rows = REQUIREMENTS.stream()
                .map(requirement -> "| " + requirement.id() + " | " + requirement.state() + " | " + requirement.text()
                        + " | " + tests(requirement.id()) + " |\n")
                .collect(Collectors.joining());
        return """
                # Requirements and their tests

                Generated from the tags of the tests by `./dev docs`; the build fails where it is stale. `there`: all of it;
                `part`: the text says what; `planned`: no test, no promise. The list is `requirements.csv` in this folder.

                | id | state | what | tests |
                |---|---|---|---|
                """ + rows;
    }

    private static String tests(String id) {
        return TESTS.getOrDefault(id, new TreeSet<>()).stream()
                .map(test -> "`" + test + "`")
                .collect(Collectors.joining(", "));
    }
}
