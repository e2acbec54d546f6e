// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The list of all endpoints, {@code docs/reference/endpoints.txt}, is what the code has. Server tests probe every
 * writing line of it with every kind of caller, so that no endpoint is added without that.
 */
class EndpointsTest {

    @Test
    void theListIsWhatTheCodeHas() throws IOException {
        List<String> lines =
                Endpoints.all().stream().map(Endpoint::line).sorted().toList();
        assertTrue(lines.size() > 15, lines.toString());
        GeneratedFile.check("endpoints.txt", String.join("\n", lines) + "\n");
    }
}
