// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server writes is what the client library reads: both are held to one file, which is the library's. */
@Tag("CLAIM-1")
class VectorsTest {

    private static final Path VECTORS =
            Path.of("../../clients/claims-java/src/test/resources/io/roster/claims/vectors.csv");

    @ParameterizedTest
    @MethodSource
    void the_text_of_each_set_is_that_of_the_vectors(List<String> vector) {
        PermissionSet set = PermissionSet.of(Stream.of(vector.get(1).split(" "))
                .filter(bit -> !bit.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray());
        assertEquals(vector.get(2), set.encode());
        assertEquals(set, PermissionSet.decode(vector.get(2)));
    }

    static List<List<String>> the_text_of_each_set_is_that_of_the_vectors() throws IOException {
        return vectors("good");
    }

    @ParameterizedTest
    @MethodSource
    void every_other_text_is_refused(List<String> vector) {
        assertThrows(IllegalArgumentException.class, () -> PermissionSet.decode(vector.get(1)));
    }

    static List<List<String>> every_other_text_is_refused() throws IOException {
        return vectors("bad");
    }

    private static List<List<String>> vectors(String kind) throws IOException {
        return Files.readAllLines(VECTORS).stream()
                .filter(line -> line.startsWith(kind + ";"))
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }
}
