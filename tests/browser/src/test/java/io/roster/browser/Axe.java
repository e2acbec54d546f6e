// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks at a page as axe-core does: what keeps people out who don't see it or don't use a mouse. */
final class Axe {

    private static final String SCRIPT = read();

    /** Of each finding that is serious or worse: the rule, and where. */
    private static final String RUN = """
            async (root) => {
              const found = await axe.run(root, { resultTypes: ['violations'] });
              return found.violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .flatMap(v => v.nodes.map(n => v.id + ' (' + v.impact + '): ' + n.target.join(' ') + ' ' + n.html.slice(0, 200)
                  + ' ' + (n.failureSummary || '')));
            }""";

    private Axe() {}

    /** @param root selector of what is looked at: Keycloak's own frame around it isn't ours to mend */
    static void assertNothingSerious(Page page, String root) {
        // by the debugger, which the page's policy lets through: a script of the page's own would be kept out
        page.evaluate(SCRIPT + "\n;undefined");
        assertEquals(List.of(), page.evaluate(RUN, root));
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
