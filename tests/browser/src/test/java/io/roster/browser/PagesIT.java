// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** The main task of each page, done by an Admin of the workspace; and what somebody with less is not offered. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-2")
class PagesIT {

    private static final String FITS =
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @InjectRealm(config = Themed.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person mara;
    private Person ann;
    private Workspace acme;

    @BeforeEach
    void aWorkspaceWithAnAdminAndSomebodyElse() {
        mara = realm.person();
        ann = realm.person();
        acme = realm.workspace(mara, ann);
        realm.assign(acme, mara, "admin");
    }

    @Test
    @Tag("MATE-2")
    void anAdminSearchesForATeammateAndChangesTheRole() {
        Visitor visitor = asMara("/teammates");
        visitor.page().locator("roster-search input").fill(ann.username());
        assertThat(visitor.page().locator("table tbody tr")).hasCount(1);

        visitor.page().locator("[data-item='" + ann.id() + "']").click();
        visitor.page().locator("#mate-role").selectOption("analyst");
        visitor.button("Change role").click();

        assertThat(visitor.page().locator("table tbody tr")).containsText("Analyst");
        assertEquals("analyst", roleOfAnn());
        assertThat(visitor.button("Change role")).hasCount(0);
    }

    @Test
    @Tag("CONSOLE-3")
    void aChangeThatMeetsAnothersIsRefusedAndKeepsWhatWasChosen() {
        Visitor visitor = asMara("/teammates/" + ann.id());
        visitor.page().locator("#mate-role").selectOption("analyst");
        realm.assign(acme, ann, "consumer");

        visitor.button("Change role").click();

        assertThat(visitor.page().getByText("Somebody else changed this in the meantime"))
                .isVisible();
        assertThat(visitor.page().locator("#mate-role")).hasValue("analyst");
        assertEquals("consumer", roleOfAnn());

        visitor.button("Look at what is there now").click();
        visitor.button("Change role").click();
        assertThat(visitor.button("Change role")).hasCount(0);
        assertEquals("analyst", roleOfAnn());
    }

    @Test
    @Tag("MATE-3")
    @Tag("CONSOLE-3")
    void anAdminRemovesATeammateAndIsBackAtTheHeading() {
        Visitor visitor = asMara("/teammates");
        visitor.page().locator("[data-item='" + ann.id() + "']").click();
        visitor.button("Remove from the workspace").click();
        visitor.page().locator("dialog footer .pf-m-danger").click();

        assertThat(visitor.page().locator("roster-panel")).hasCount(0);
        assertThat(visitor.page().locator("table tbody tr")).hasCount(1);
        assertThat(visitor.heading(acme.alias())).isFocused();
        realm.asAdministrator().get(acme.path("/teammates/" + ann.id())).is(404);
    }

    @Test
    @Tag("PROJ-2")
    void anAdminMakesATeam() {
        Visitor visitor = asMara("/teams");
        visitor.button("Create a team").click();
        visitor.page().locator("#name").fill("Support");
        visitor.page().keyboard().press("Enter");

        assertThat(visitor.page().locator("table tbody tr")).containsText("Support");
        assertEquals(
                1,
                realm.asAdministrator()
                        .get(acme.path("/teams"))
                        .is(200)
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    @Tag("PROJ-1")
    void anAdminMakesAProject() {
        Visitor visitor = asMara("/projects");
        visitor.button("Create a project").click();
        visitor.page().locator("#keyed-name").fill("North Star");
        visitor.page().keyboard().press("Enter");

        assertThat(visitor.page().locator("table")).containsText("North Star");
        realm.asAdministrator().get(acme.path("/projects/north-star")).is(200);
    }

    @Test
    void whatSomebodyMayNotDoIsNotOfferedAndRefusedByTheServer() {
        Visitor visitor = new Visitor(chromium.page()).signsIn(console("/projects"), ann);
        assertThat(visitor.tab("Projects")).isVisible();
        assertThat(visitor.button("Create a project")).hasCount(0);
        assertThat(visitor.tab("Teammates")).hasCount(0);
        assertThat(visitor.tab("Teams")).hasCount(0);

        visitor.goesTo(console("/teammates"));
        assertThat(visitor.heading("There is no such page")).isVisible();

        realm.as(ann, "roster:manage").get(acme.path("/teammates")).isProblem(403, "forbidden");
        assertThat(asMara("/teammates").page().locator("table tbody tr")).hasCount(2);
    }

    @Test
    @Tag("CONSOLE-3")
    void everyPageIsReadableForEverybodyInLightAndDarkAndOnANarrowWindow() {
        realm.asAdministrator()
                .post(acme.path("/teams"), Map.of("name", "Support"))
                .is(201);
        Visitor light = asMara("/teammates/" + ann.id());
        looks(light, "light");
        Page page = chromium.page(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        looks(new Visitor(page).signsIn(console("/teammates/" + ann.id()), mara), "dark");
        Page narrow = chromium.page(new Browser.NewContextOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(390, 844));
        looks(new Visitor(narrow).signsIn(console("/teammates/" + ann.id()), mara), "narrow");
    }

    private void looks(Visitor visitor, String how) {
        for (String page : List.of("teammates/" + ann.id(), "roles", "teams", "projects/main", "plan", "activity")) {
            visitor.goesTo(console("/" + page));
            Locator waiting = visitor.page().locator(".roster-waiting");
            assertThat(visitor.heading(acme.alias())).isVisible();
            assertThat(waiting).hasCount(0);
            visitor.pictured(page.replaceAll("/.*", "") + "-" + how);
            Axe.assertNothingSerious(visitor.page(), "body");
            assertEquals(true, visitor.page().evaluate(FITS), page + " is wider than the window, " + how);
        }
    }

    private Visitor asMara(String path) {
        return new Visitor(chromium.page()).signsIn(console(path), mara);
    }

    private String console(String path) {
        return realm.url() + "/roster/console/" + acme.alias() + path;
    }

    private String roleOfAnn() {
        return realm.asAdministrator()
                .get(acme.path("/teammates/" + ann.id()))
                .is(200)
                .json()
                .path("role")
                .asText();
    }
}
