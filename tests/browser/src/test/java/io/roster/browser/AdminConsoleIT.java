// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/**
 * 'Workspaces' in Keycloak's admin console. The console has no place for it, so this holds what Keycloak's own page must
 * go on having: ids in its navigation, a route that it doesn't throw away, a main element.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-1")
class AdminConsoleIT {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @InjectRealm(config = Themed.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Workspace acme;

    @BeforeEach
    void aWorkspace() {
        acme = realm.workspace(realm.person());
    }

    @Test
    void aSuperAdministratorFindsWorkspacesInTheNavigationAndMovesAboutAsInTheRest() {
        Visitor visitor = new Visitor(chromium.page()).signsIn(console("master", here()), superAdministrator());
        movesAbout(visitor);
    }

    @Test
    void soDoesAnAdministratorOfTheRealmItself() {
        Person boss = realm.administrator("realm-admin");
        Visitor visitor = new Visitor(chromium.page()).signsIn(console(here(), here()), boss);
        movesAbout(visitor);
    }

    @Test
    void theRealmThatIsManagedIsTheOneOfTheAddress() {
        Visitor visitor = new Visitor(chromium.page()).signsIn(console("master", here()), superAdministrator());
        visitor.link("Workspaces").click();
        assertThat(organization(visitor)).isVisible();

        visitor.page().evaluate("location.hash = '#/master/workspaces'");
        assertThat(visitor.page()
                        .getByText("Organizations are off in this realm")
                        .or(visitor.page().getByText("Roster is off in this realm"))
                        .first())
                .isVisible();
        assertThat(visitor.link("Users")).hasAttribute("href", "#/master/users");

        visitor.page().goBack();
        assertThat(organization(visitor)).isVisible();
        assertThat(visitor.link("Users")).hasAttribute("href", "#/" + here() + "/users");
        visitor.page().goForward();
        assertThat(organization(visitor)).isHidden();
    }

    @Test
    void whoeverMaySeeNoOrganizationsIsNotOfferedWorkspaces() {
        Person viewer = realm.administrator("view-users", "query-users");
        Visitor visitor = new Visitor(chromium.page()).signsIn(console(here(), here()), viewer);
        assertThat(visitor.link("Users")).isVisible();
        assertThat(visitor.link("Workspaces")).hasCount(0);

        Person administrator = realm.administrator("manage-organizations", "view-users", "query-users");
        Visitor other = new Visitor(chromium.page()).signsIn(console(here(), here()), administrator);
        assertThat(other.link("Workspaces")).isVisible();
    }

    @Test
    void whoeverMayOnlyViewReadsThePagesAndIsOfferedNoChange() {
        Person viewer = realm.administrator("view-organizations", "view-users");
        Visitor visitor = new Visitor(chromium.page()).signsIn(console(here(), here()), viewer);
        looksAround(visitor);
        assertThat(visitor.page().locator("roster-mate-panel").locator("button, input, select"))
                .hasCount(0);
        visitor.tab("Teams").click();
        assertThat(visitor.page().locator("roster-teams")).isVisible();
        assertThat(visitor.button("Create a team")).hasCount(0);

        Person administrator = realm.administrator("manage-organizations", "manage-users", "query-users");
        Visitor other = new Visitor(chromium.page()).signsIn(console(here(), here()), administrator);
        looksAround(other);
        assertThat(other.button("Suspend")).isVisible();
        assertThat(other.button("Add an override")).isVisible();
        other.tab("Teams").click();
        assertThat(other.button("Create a team").first()).isVisible();
    }

    /** Opens a teammate. */
    private void looksAround(Visitor visitor) {
        visitor.link("Workspaces").click();
        organization(visitor).click();
        visitor.tab("Teammates").click();
        visitor.page().locator("roster-teammates [data-item]").click();
        assertThat(visitor.page().getByText("Where they start")).isVisible();
    }

    @Test
    @Tag("CONSOLE-3")
    void thePageIsReadableForEverybody() {
        Visitor visitor = new Visitor(chromium.page()).signsIn(console("master", here()), superAdministrator());
        visitor.link("Workspaces").click();
        assertThat(organization(visitor)).isVisible();
        assertThat(visitor.heading("Workspaces")).isFocused();
        Axe.assertNothingSerious(visitor.page(), "roster-workspaces");
        visitor.pictured("admin-workspaces");
    }

    private void movesAbout(Visitor visitor) {
        Page page = visitor.page();
        assertThat(visitor.link("Workspaces")).hasCount(1);
        visitor.link("Workspaces").click();
        assertThat(organization(visitor)).isVisible();
        assertThat(visitor.link("Workspaces")).hasAttribute("aria-current", "page");

        organization(visitor).click();
        assertThat(visitor.tab("Teammates")).hasAttribute("aria-current", "page");
        assertThat(page).hasURL(Pattern.compile(".*#/" + here() + "/workspaces/" + acme.alias() + ".*"));

        visitor.link("Users").click();
        assertThat(page.locator("roster-workspaces")).hasCount(0);
        assertThat(visitor.heading("Users")).isVisible();
        page.goBack();
        assertThat(visitor.tab("Teammates")).isVisible();
        page.goForward();
        assertThat(visitor.heading("Users")).isVisible();
        assertThat(visitor.link("Workspaces")).hasCount(1);
        page.goBack();
        page.goBack();
        assertThat(organization(visitor)).isVisible();
        assertThat(page.locator("roster-workspaces")).hasCount(1);

        organization(visitor).click();
        page.reload();
        assertThat(visitor.tab("Teammates")).hasAttribute("aria-current", "page");
    }

    private Locator organization(Visitor visitor) {
        return visitor.page()
                .locator("roster-workspaces")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(acme.alias()).setExact(true));
    }

    private Person superAdministrator() {
        return SuperAdministrator.of(realm);
    }

    private String here() {
        return keycloakRealm.getName();
    }

    private String console(String signedInTo, String managed) {
        String server = realm.url().replaceFirst("/realms/.*", "");
        return server + "/admin/" + signedInTo + "/console/#/" + managed;
    }
}
