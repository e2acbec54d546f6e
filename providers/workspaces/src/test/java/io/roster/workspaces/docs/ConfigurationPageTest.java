// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page of all settings says what the code reads. */
class ConfigurationPageTest {

    @Test
    void thePageIsWhatTheCodeHas() throws IOException {
        GeneratedFile.check("configuration.md", ConfigurationPage.text());
    }
}
