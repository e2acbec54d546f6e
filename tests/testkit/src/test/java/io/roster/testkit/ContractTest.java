// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A check that can't fail would be worse than none. */
class ContractTest {

    private static final String ROLES = "/realms/example/roster/v1/workspaces/acme/roles";
    private static final String ROLE = """
            {"key": "analyst", "name": "Analyst", "description": "", "kind": "preset", "edited": false, "hidden": false,
             "from": null, "permissions": [], "added": [], "removed": [], "version": "0"}""";
    private static final String REFUSAL = """
            {"type": "urn:roster:problem:%s", "title": "x", "status": 403, "detail": "x", "instance": "/x",
             "missing": ["charts.run"]}""";

    @Test
    void anAnswerAsItIsDescribedPasses() {
        passes(role(200, ROLE), null);
        passes(reply("GET", ROLES, 200, "{\"items\": [" + ROLE + "], \"next\": null}", Map.of()), null);
        passes(problem(REFUSAL.formatted("ceiling")), null);
    }

    @Test
    void aFieldThatIsMissingIsSeen() {
        fails("version", role(200, ROLE.replace(", \"version\": \"0\"", "")), null);
    }

    @Test
    void aFieldThatIsNotDescribedIsSeen() {
        fails("extra", role(200, ROLE.replace("{", "{\"extra\": 1, ")), null);
        fails("extra", problem(REFUSAL.formatted("ceiling").replace("{", "{\"extra\": 1, ")), null);
    }

    @Test
    void aWordOrANullThatIsNotDescribedIsSeen() {
        fails("kind", role(200, ROLE.replace("\"preset\"", "\"other\"")), null);
        fails("name", role(200, ROLE.replace("\"Analyst\"", "null")), null);
    }

    @Test
    void aStatusThatIsNotDescribedIsSeen() {
        fails("202", role(202, ROLE), null);
    }

    @Test
    void aCodeThatTheCallDoesNotHaveIsSeen() {
        fails("type", problem(REFUSAL.formatted("duplicate")), null);
    }

    @Test
    void aVersionThatIsMissingOrNotDescribedIsSeen() {
        fails("ETag", reply("PUT", ROLES + "/analyst", 200, ROLE, Map.of()), null);
        fails("ETag", reply("GET", ROLES, 200, "{\"items\": [], \"next\": null}", Map.of("ETag", "\"1\"")), null);
    }

    @Test
    void aBodyThatIsTakenAndNotDescribedIsSeen() {
        passes(role(200, ROLE), Map.of("name", "Analyst", "permissions", List.of()));
        fails("taken", role(200, ROLE), Map.of("name", "Analyst"));
        fails("taken", role(200, ROLE), Map.of("name", "Analyst", "permissions", List.of(), "extra", 1));
    }

    @Test
    void whatIsNotOursIsLeftAlone() {
        passes(reply("GET", "/realms/example/account", 418, "", Map.of()), null);
    }

    private static Reply role(int status, String body) {
        return reply("PUT", ROLES + "/analyst", status, body, Map.of("ETag", "\"0\""));
    }

    private static Reply problem(String body) {
        return reply("PUT", ROLES + "/analyst", 403, body, Map.of("Content-Type", "application/problem+json"));
    }

    private static Reply reply(String method, String path, int status, String body, Map<String, String> headers) {
        Map<String, List<String>> all = new HashMap<>(Map.of("Content-Type", List.of("application/json")));
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Reply(
                method,
                URI.create("http://localhost" + path),
                status,
                HttpHeaders.of(all, (name, value) -> true),
                body);
    }

    private static void passes(Reply reply, Object sent) {
        assertDoesNotThrow(() -> Contract.OURS.check(reply, sent));
    }

    private static void fails(String why, Reply reply, Object sent) {
        AssertionError error = assertThrows(AssertionError.class, () -> Contract.OURS.check(reply, sent));
        assertTrue(error.getMessage().contains(why), error.getMessage());
    }
}
