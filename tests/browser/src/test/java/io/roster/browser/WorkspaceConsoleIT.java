// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** The console at its own address: signing in and out, addresses, and what keeps outsiders out. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-2")
class WorkspaceConsoleIT {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @InjectRealm(config = Themed.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person mara;
    private Workspace acme;

    @BeforeEach
    void aWorkspaceWithAnAdmin() {
        mara = realm.person();
        acme = realm.workspace(mara);
        realm.assign(acme, mara, "admin");
    }

    @Test
    void somebodyWhoIsSignedOutSignsInAndComesBackToWhereTheyWantedToBe() {
        Visitor visitor = new Visitor(chromium.page());

        visitor.signsIn(console("/" + acme.alias() + "/roles"), mara);

        assertThat(visitor.tab("Roles")).hasAttribute("aria-current", "page");
        assertThat(visitor.page()).hasURL(console("/" + acme.alias() + "/roles"));
    }

    @Test
    void aReloadAsksForNoPasswordAndNothingOfASessionIsInTheBrowsersStorage() {
        Visitor visitor = new Visitor(chromium.page()).signsIn(console("/" + acme.alias()), mara);
        assertThat(visitor.heading(acme.alias())).isVisible();

        visitor.page().reload();

        assertThat(visitor.heading(acme.alias())).isVisible();
        assertEquals(
                0, visitor.page().evaluate("localStorage.length + sessionStorage.length"), "what the browser keeps");
        String cookies = visitor.page().context().cookies().stream()
                .map(cookie -> cookie.name)
                .sorted()
                .toList()
                .toString();
        assertTrue(!cookies.toLowerCase(java.util.Locale.ROOT).contains("roster"), cookies);
    }

    @Test
    void whoeverIsInSeveralWorkspacesChoosesAndSwitches() {
        Workspace beta = realm.workspace(mara);
        Visitor visitor = new Visitor(chromium.page()).signsIn(console(""), mara);
        assertThat(visitor.heading("Choose a workspace")).isVisible();

        visitor.page().getByText(beta.alias()).last().click();
        assertThat(visitor.heading(beta.alias())).isVisible();
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/console/" + beta.alias() + ".*"));

        visitor.page().getByRole(AriaRole.COMBOBOX).selectOption(acme.alias());
        assertThat(visitor.heading(acme.alias())).isVisible();
        visitor.page().goBack();
        assertThat(visitor.heading(beta.alias())).isVisible();
        visitor.page().goForward();
        assertThat(visitor.heading(acme.alias())).isVisible();
    }

    @Test
    void toAnOutsiderAWorkspaceIsOneThatDoesNotExist() {
        Person outsider = realm.person();
        Visitor visitor = new Visitor(chromium.page()).signsIn(console("/" + acme.alias()), outsider);
        assertThat(visitor.page().getByText("You are not in this workspace")).isVisible();
        String existing = visitor.page().locator("main").innerText();

        visitor.goesTo(console("/nobody-has-this"));

        assertThat(visitor.page().getByText("You are not in this workspace")).isVisible();
        assertEquals(existing, visitor.page().locator("main").innerText());
    }

    @Test
    void whoeverSignsOutIsAskedForThePasswordAgain() {
        Visitor visitor = new Visitor(chromium.page()).signsIn(console("/" + acme.alias()), mara);

        visitor.button("Sign out").click();
        visitor.page().waitForURL(Pattern.compile(".*/protocol/openid-connect/auth.*"));

        visitor.goesTo(console("/" + acme.alias()));
        assertThat(visitor.page().locator("#username")).isVisible();
    }

    @Test
    @Tag("CONSOLE-3")
    void thePageIsReadableForEverybodyInLightAndDark() {
        for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = chromium.page(new Browser.NewContextOptions().setColorScheme(colours));
            Visitor visitor = new Visitor(page).signsIn(console("/" + acme.alias()), mara);
            assertThat(visitor.heading(acme.alias())).isVisible();
            boolean dark = colours == ColorScheme.DARK;
            assertEquals(dark, page.evaluate("document.documentElement.classList.contains('pf-v5-theme-dark')"));
            Axe.assertNothingSerious(page, "body");
            visitor.pictured("workspace-console-" + (dark ? "dark" : "light"));
        }
    }

    @Test
    void theAccountConsoleHasALinkToTheConsole() {
        Visitor visitor = new Visitor(chromium.page()).signsIn(realm.url() + "/account", mara);

        visitor.link("Workspace console").click();

        assertThat(visitor.heading(acme.alias())).isVisible();
    }

    private String console(String path) {
        return realm.url() + "/roster/console" + path;
    }
}
