// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** The page of the workspace console, as a browser gets it before it runs any script. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-2")
class ConsoleIT {

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @Test
    void thePageComesWithAPolicyThatLetsNothingForeignIn() {
        Reply page = page("").is(200);

        assertEquals("text/html;charset=utf-8", page.header("Content-Type").replace(" ", ""));
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self';"
                        + " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                page.header("Content-Security-Policy"));
        assertEquals(1, page.headers().allValues("Content-Security-Policy").size());
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertEquals("DENY", page.header("X-Frame-Options"));
        assertEquals(List.of(), page.headers().allValues("Set-Cookie"));
        assertFalse(Pattern.compile("<script(?![^>]* src=)|<style| style=| on[a-z]+=")
                .matcher(page.text())
                .find());
    }

    @Test
    void thePageInsistsOnTlsForAsLongAsItsRealmSays() {
        RealmRepresentation representation = realm.keycloak().toRepresentation();
        Map<String, String> before = representation.getBrowserSecurityHeaders();
        assertEquals(before.get("strictTransportSecurity"), page("").header("Strict-Transport-Security"));

        Map<String, String> changed = new HashMap<>(before);
        changed.put("strictTransportSecurity", "max-age=12345");
        representation.setBrowserSecurityHeaders(changed);
        realm.keycloak().update(representation);
        assertEquals("max-age=12345", page("").header("Strict-Transport-Security"));

        changed.put("strictTransportSecurity", "");
        realm.keycloak().update(representation);
        assertNull(page("").header("Strict-Transport-Security"));

        representation.setBrowserSecurityHeaders(before);
        realm.keycloak().update(representation);
    }

    @Test
    void everyFileThatThePageNamesIsThere() {
        Matcher files = FILE.matcher(page("").is(200).text());
        String server = realm.url().replaceFirst("(https?://[^/]+).*", "$1");
        int found = 0;
        while (files.find()) {
            Reply file = new Api(server + files.group(1), null).get("").is(200);
            assertTrue(file.text().length() > 100, file.request());
            found++;
        }
        assertEquals(4, found);
    }

    @Test
    void anAddressBelowTheWorkspaceAnswersTheSamePage() {
        Workspace acme = realm.workspace(realm.person());

        String page = page("/" + acme.alias()).is(200).text();

        assertTrue(page.contains("data-alias=\"" + acme.alias() + "\""), page);
        assertTrue(page.contains("data-realm=\"" + keycloakRealm.getName() + "\""), page);
        assertTrue(page.contains("data-client=\"roster-console\""), page);
        assertEquals(page, page("/" + acme.alias() + "/roles/analyst").is(200).text());
        assertEquals(page, page("/" + acme.alias() + "/").is(200).text());
        page("s/" + acme.alias()).isProblem(404, "not-found");
    }

    @Test
    void thePageTellsNobodyWhetherAWorkspaceExists() {
        Workspace acme = realm.workspace(realm.person());

        String known = page("/" + acme.alias()).is(200).text();
        String random = page("/nobody-has-this").is(200).text();

        assertEquals(known.replace(acme.alias(), "?"), random.replace("nobody-has-this", "?"));
    }

    @Test
    void whatTheAddressSaysIsTextOnThePage() {
        String page = page("/%22%3E%3Cscript%20src=x%3E&'").is(200).text();

        assertTrue(page.contains("data-alias=\"&quot;&gt;&lt;script src=x&gt;&amp;&#39;\""), page);
    }

    @Test
    void whereRosterIsOffThereIsNoConsole() {
        page("").is(200);
        realm.asAdministrator().post("/disable", Map.of()).is(200);

        page("").isProblem(409, "not-ready");
        page("/acme").isProblem(409, "not-ready");

        realm.asAdministrator().post("/enable", Map.of()).is(200);
        page("").is(200);
    }

    private Reply page(String path) {
        return new Api(realm.url() + "/roster/console", null).get(path);
    }
}
