// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page of all calls says what the description of the API says. */
class RestPageTest {

    @Test
    void thePageIsWhatTheCodeHas() throws IOException {
        GeneratedFile.check("rest.md", RestPage.of(new ObjectMapper().readTree(ApiDescription.json())));
    }
}
