// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The console reads and sends what the description of the API says. */
class TypeScriptTest {

    private static final Path FILE = Path.of("../../themes/src/main/web/schema.ts");

    @Test
    void theTypesAreWhatTheCodeHas() throws IOException {
        GeneratedFile.check(FILE, TypeScript.of(new ObjectMapper().readTree(ApiDescription.json())));
    }
}
