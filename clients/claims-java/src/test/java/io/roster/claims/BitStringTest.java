// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("CLAIM-1")
class BitStringTest {

    /** The server's codec reads the same file. */
    private static final Path VECTORS = Path.of("src/test/resources/io/roster/claims/vectors.csv");

    @ParameterizedTest
    @MethodSource
    void the_text_of_each_set_is_that_of_the_vectors(List<String> vector) {
        BitSet bits = new BitSet();
        Stream.of(vector.get(1).split(" "))
                .filter(bit -> !bit.isEmpty())
                .map(Integer::valueOf)
                .forEach(bits::set);
        assertEquals(vector.get(2), BitString.write(bits));
        assertEquals(bits, BitString.read(vector.get(2)));
    }

    static List<List<String>> the_text_of_each_set_is_that_of_the_vectors() throws IOException {
        return vectors("good");
    }

    @ParameterizedTest
    @MethodSource
    void every_other_text_is_refused(List<String> vector) {
        assertThrows(IllegalArgumentException.class, () -> BitString.read(vector.get(1)));
    }

    static List<List<String>> every_other_text_is_refused() throws IOException {
        return vectors("bad");
    }

    @Test
    void the_vectors_have_all_that_they_should() throws IOException {
        assertTrue(vectors("good").size() >= 30 && vectors("bad").size() >= 20);
    }

    @Test
    void what_was_written_is_read_again_and_is_the_only_text_of_its_bits() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            BitSet bits = new BitSet();
            random.ints(random.nextInt(40), 0, 1 + random.nextInt(300)).forEach(bits::set);
            String text = BitString.write(bits);
            assertEquals(bits, BitString.read(text));
            assertThrows(IllegalArgumentException.class, () -> BitString.read(text + "AAAA"));
            assertThrows(IllegalArgumentException.class, () -> BitString.read(text + "="));
        }
    }

    @Test
    void an_endless_text_is_refused_unread() {
        String text = assertThrows(IllegalArgumentException.class, () -> BitString.read("A".repeat(1_000_000)))
                .getMessage();
        assertTrue(text.length() < 100, text);
    }

    private static List<List<String>> vectors(String kind) throws IOException {
        return Files.readAllLines(VECTORS).stream()
                .filter(line -> line.startsWith(kind + ";"))
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }
}
