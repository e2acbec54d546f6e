// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the build writes from the code, and that is checked in. */
final class GeneratedFile {

    private static final Path FOLDER = Path.of("../../docs/reference");

    private GeneratedFile() {}

    /** The same for a file of {@code docs/reference}. */
    static void check(String name, String text) throws IOException {
        check(FOLDER.resolve(name), text);
    }

    /** Writes it if {@code ./dev docs} asks for that, and fails where it isn't what it would write. */
    static void check(Path file, String text) throws IOException {
        if (Boolean.getBoolean("roster.docs.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertEquals(
                text,
                Files.exists(file) ? Files.readString(file) : "",
                file.getFileName() + " is stale: run ./dev docs and commit it");
    }
}
