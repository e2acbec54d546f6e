// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of the settings says what the code sets. */
class SettingsPageTest {

    @Test
    @Tag("REALM-3")
    void thePageIsWhatTheCodeHas() throws IOException {
        GeneratedFile.check("settings.md", SettingsPage.text());
    }
}
