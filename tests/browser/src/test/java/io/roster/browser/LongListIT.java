// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/**
 * A thousand teammates in the list. What is looked at is the browser's part: the answers are one real teammate many
 * times, by pages of a hundred. How long the page kept the browser busy is printed and not asserted.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-3")
class LongListIT {

    private static final int PAGE = 100;
    private static final int ALL = 1000;
    private static final Pattern AFTER = Pattern.compile("after=(\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @InjectRealm(config = Themed.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Scene scene;

    @BeforeEach
    void aWorkspaceWithAnAdminAndAConsumer() {
        scene = Scene.of(realm, chromium);
    }

    @Test
    void aThousandTeammatesComePageByPageAndOpeningOneDrawsTheOthersNoMore() {
        JsonNode ann = scene.read("/teammates/" + scene.ann().id());
        Page page = chromium.page();
        page.addInitScript(
                "window.busy = []; new PerformanceObserver(list => busy.push("
                        + "...list.getEntries().map(e => Math.round(e.duration)))).observe({type: 'longtask', buffered: true});");
        page.route(
                Pattern.compile(".*/teammates\\?.*"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(many(ann, URI.create(route.request().url()).getQuery()))));
        Visitor visitor = new Visitor(page).signsIn(scene.console("teammates"), scene.mara());
        assertThat(page.locator("tbody tr")).hasCount(PAGE);
        page.evaluate("() => { busy.length = 0; }");

        for (int rows = 2 * PAGE; rows <= ALL; rows += PAGE) {
            visitor.button("Show more").click();
            assertThat(page.locator("tbody tr")).hasCount(rows);
        }
        assertThat(visitor.button("Show more")).hasCount(0);
        Object paging = page.evaluate("() => busy.splice(0)");

        page.evaluate("() => { window.drawn = new Set(); new MutationObserver(changes => changes.forEach(change => {"
                + " const row = (change.target.closest ? change.target : change.target.parentElement).closest('tr');"
                + " if (row) drawn.add(row); })).observe(document.querySelector('tbody'),"
                + " {subtree: true, childList: true, attributes: true, characterData: true}); }");
        page.locator("tbody tr").nth(500).locator("a").click();
        assertThat(page.locator("roster-panel")).isVisible();
        assertThat(page.locator("tbody tr[aria-current]")).hasCount(1);
        int drawn = ((Number) page.evaluate("() => drawn.size")).intValue();

        assertTrue(drawn >= 1 && drawn <= 2, () -> drawn + " rows were drawn to open one");
        System.out.println("1,000 teammates: tasks over 50 ms while they came (ms): " + paging
                + ", while one was opened: " + page.evaluate("() => busy"));
    }

    private static String many(JsonNode one, String query) {
        Matcher matcher = AFTER.matcher(query == null ? "" : query);
        int first = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        for (int i = first; i < first + PAGE; i++) {
            items.add(((ObjectNode) one.deepCopy()).put("id", "teammate-" + i).put("name", "Teammate " + i));
        }
        page.put("next", first + PAGE < ALL ? String.valueOf(first + PAGE) : null);
        return page.toString();
    }
}
