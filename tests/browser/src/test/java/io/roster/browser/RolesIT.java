// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.roster.browser.Matrix.box;
import static io.roster.browser.Matrix.save;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Editing roles, in both consoles: by mouse, by keyboard alone, against others, and for whoever may not. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-4")
class RolesIT {

    private static final String EXPORT = "charts.export";
    private static final String NOTHING_HANGS_OUT = "() => [...document.querySelectorAll('.roster-count')]"
            + ".every(count => count.offsetParent.closest('.roster-matrix-wrap'))";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @InjectRealm(config = Themed.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Scene scene;
    private Workspace acme;

    @BeforeEach
    void aWorkspaceWithAnAdminAndAConsumer() {
        scene = Scene.of(realm, chromium);
        acme = scene.acme();
    }

    @Test
    @Tag("CONSOLE-1")
    void anAdministratorTogglesAPermissionInKeycloaksConsoleAndItCountsOnlyOnceItIsSaved() {
        Visitor visitor = asAdministrator();

        box(visitor, "Export charts, Analyst").click();
        assertThat(visitor.page().getByText("1 change: Analyst")).isVisible();
        assertTrue(scene.permissions("analyst").contains(EXPORT));
        visitor.pictured("admin-roles");
        Axe.assertNothingSerious(visitor.page(), "roster-workspaces");

        save(visitor);
        assertThat(visitor.page().getByText("No changes")).isVisible();
        assertFalse(scene.permissions("analyst").contains(EXPORT));
    }

    @Test
    @Tag("CONSOLE-3")
    void theMatrixIsEditedByTheKeyboardAlone() {
        Visitor visitor = asMara();
        Page page = visitor.page();
        page.locator(".roster-box[tabindex='0']").focus();
        assertThat(page.locator("roster-matrix [tabindex='0']")).hasCount(1);

        press(page, "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown");
        assertThat(box(visitor, "Export charts, Analyst")).isFocused();
        press(page, "Space");
        assertThat(box(visitor, "Export charts, Analyst")).hasAttribute("aria-checked", "false");
        press(page, "Control+z");
        assertThat(page.getByText("No changes")).isVisible();
        press(page, "Control+y", "Control+s");
        assertThat(page.getByText("1 role is saved")).isVisible();

        assertFalse(scene.permissions("analyst").contains(EXPORT));
        assertThat(box(visitor, "Export charts, Analyst")).isFocused();
        press(page, "Control+Home", "ArrowUp", "Enter");
        assertThat(page.getByRole(AriaRole.MENUITEM).first()).isFocused();
        press(page, "Escape");
        assertThat(visitor.button("Actions for Read-Only")).isFocused();
    }

    @Test
    @Tag("CONSOLE-3")
    void aSaveThatComesSecondKeepsTheDraftAndShowsWhatCameFirst() {
        Visitor visitor = asMara();
        box(visitor, "Export charts, Analyst").click();
        List<String> theirs = scene.permissions("analyst");
        theirs.remove("charts.run");
        realm.asAdministrator()
                .put(acme.path("/roles/analyst"), Map.of("name", "Data Analyst", "permissions", theirs))
                .is(200);

        save(visitor);

        assertThat(visitor.page().getByText("Somebody else changed “Analyst”")).isVisible();
        assertThat(visitor.page().getByText("It is now called “Data Analyst”")).isVisible();
        assertThat(visitor.page().getByText("It lost: Run charts")).isVisible();
        assertTrue(scene.permissions("analyst").contains(EXPORT));
        assertThat(box(visitor, "Export charts, Data Analyst")).hasAttribute("aria-checked", "false");

        visitor.button("Save mine on top").click();
        assertThat(visitor.page().getByText("No changes")).isVisible();
        assertFalse(scene.permissions("analyst").contains(EXPORT));
        assertFalse(scene.permissions("analyst").contains("charts.run"));
        assertEquals("Data Analyst", scene.role("analyst").path("name").asText());
    }

    @Test
    void whoeverGoesElsewhereWithADraftIsAskedFirst() {
        Visitor visitor = asMara();
        box(visitor, "Export charts, Analyst").click();

        visitor.tab("Teams").click();
        assertThat(visitor.heading("Leave without saving?")).isVisible();
        visitor.button("Cancel").click();
        assertThat(visitor.tab("Roles")).hasAttribute("aria-current", "page");
        assertThat(visitor.page().getByText("1 change: Analyst")).isVisible();

        visitor.page().goBack();
        visitor.button("Leave").click();
        assertThat(visitor.tab("Teammates")).hasAttribute("aria-current", "page");
        assertTrue(scene.permissions("analyst").contains(EXPORT));
    }

    @Test
    @Tag("CONSOLE-1")
    void keycloaksOwnNavigationAsksToo() {
        Visitor visitor = asAdministrator();
        box(visitor, "Export charts, Analyst").click();

        visitor.link("Users").click();
        assertThat(visitor.heading("Leave without saving?")).isVisible();
        visitor.button("Cancel").click();
        assertThat(visitor.page().getByText("1 change: Analyst")).isVisible();
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/roles"));

        visitor.tab("Teams").click();
        visitor.button("Leave").click();
        assertThat(visitor.button("Create a team").first()).isVisible();
        visitor.tab("Roles").click();
        assertThat(visitor.page().getByText("No changes")).isVisible();
        box(visitor, "Export charts, Analyst").click();

        visitor.link("Users").click();
        visitor.button("Leave").click();
        assertThat(visitor.heading("Users")).isVisible();
        assertThat(visitor.page()).hasTitle(Pattern.compile(".*Keycloak.*"));
    }

    @Test
    void whoeverMayNotEditReadsTheSameTable() {
        Visitor visitor = scene.at("roles", scene.ann());
        assertThat(box(visitor, "Export charts, Analyst")).hasAttribute("aria-disabled", "true");
        assertThat(box(visitor, "Export charts, Analyst")).hasAttribute("aria-checked", "true");
        assertThat(visitor.button("Save")).hasCount(0);
        assertThat(visitor.button("New role…")).hasCount(0);
        assertThat(visitor.button("Actions for Analyst")).hasCount(0);
        assertEquals(true, visitor.page().evaluate(NOTHING_HANGS_OUT));

        Visitor admin = asMara();
        assertThat(admin.button("Save")).isVisible();
        assertThat(admin.button("Actions for Analyst")).isVisible();
    }

    private Visitor asMara() {
        Visitor visitor = scene.at("", scene.mara());
        visitor.tab("Roles").click();
        return visitor;
    }

    private Visitor asAdministrator() {
        Person boss = realm.administrator("realm-admin");
        String server = realm.url().replaceFirst("/realms/.*", "");
        String here = keycloakRealm.getName();
        String roles = "/admin/" + here + "/console/#/" + here + "/workspaces/" + acme.alias() + "/roles";
        return new Visitor(chromium.page()).signsIn(server + roles, boss);
    }

    private static void press(Page page, String... keys) {
        List.of(keys).forEach(key -> page.keyboard().press(key));
    }
}
