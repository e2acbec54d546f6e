// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of {@code docs/reference} that the build writes. */
final class GeneratedFile {

    private static final Path FOLDER = Path.of("../../docs/reference");

    private GeneratedFile() {}

    /** Writes it if {@code ./dev docs} asks for that, and fails where it isn't what it would write. */
    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("roster.docs.write")) {
            Files.writeString(file, text);
        }
        assertEquals(
                text,
                Files.exists(file) ? Files.readString(file) : "",
                name + " is stale: run ./dev docs and commit it");
    }
}
