// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.roster.browser.Matrix.box;
import static io.roster.browser.Matrix.choose;
import static io.roster.browser.Matrix.save;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.roster.testkit.InjectTestRealm;
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

/** What is done with a whole role: made, deleted with another in its place, reset, hidden; and what a plan lacks. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-2")
class RoleActionsIT {

    private static final String EXPORT = "charts.export";

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
    @Tag("ROLE-5")
    void aRoleInUseIsDeletedTogetherWithTheChoiceOfAnother() {
        Visitor visitor = asMara();
        visitor.button("New role…").click();
        visitor.page().locator("#role-name").fill("Report Editor");
        visitor.page().locator("#role-from").selectOption("consumer");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.button("Actions for Report Editor")).isVisible();
        String key = key("Report Editor");
        realm.assign(acme, scene.ann(), key);

        visitor.button("Actions for Report Editor").click();
        visitor.page().getByRole(AriaRole.MENUITEM).getByText("Delete").click();
        visitor.button("Delete").last().click();
        assertThat(visitor.page().getByText("1 teammate has it")).isVisible();
        assertThat(visitor.button("Replace and delete")).isDisabled();

        visitor.page().locator("#role-replacement").selectOption("analyst");
        visitor.button("Replace and delete").click();
        assertThat(visitor.button("Actions for Report Editor")).hasCount(0);
        assertEquals("analyst", scene.roleOf(scene.ann()));
    }

    @Test
    @Tag("ROLE-4")
    void aNameThatIsTakenIsToldAtTheFieldAndWhatWasTypedStays() {
        Visitor visitor = asMara();
        visitor.button("New role…").click();
        visitor.page().locator("#role-name").fill("Analyst");
        visitor.page().locator("#role-description").fill("Looks at numbers");
        visitor.button("Create").last().click();

        assertThat(visitor.page().locator("#role-name-wrong")).isVisible();
        assertThat(visitor.page().locator("#role-name")).hasAttribute("aria-invalid", "true");
        assertThat(visitor.page().locator("#role-description")).hasValue("Looks at numbers");

        visitor.page().locator("#role-name").fill("Number Reader");
        visitor.button("Create").last().click();
        assertThat(visitor.button("Actions for Number Reader")).isVisible();
    }

    @Test
    @Tag("ROLE-3")
    void anEditedPresetIsMarkedAndResetAndOneInUseIsNotHidden() {
        Visitor visitor = asMara();
        box(visitor, "Export charts, Analyst").click();
        save(visitor);
        assertThat(box(visitor, "Export charts, Analyst, Analyst has it")).isVisible();

        choose(visitor, "Analyst", "Reset to the preset");
        assertThat(visitor.page().getByText("gets back: Export charts")).isVisible();
        visitor.button("Reset to the preset").click();
        assertThat(box(visitor, "Export charts, Analyst")).hasAttribute("aria-checked", "true");
        assertTrue(scene.permissions("analyst").contains(EXPORT));

        choose(visitor, "Consumer", "Hide from pickers");
        assertThat(visitor.page().getByText("1 teammate has it")).isVisible();
        visitor.button("Close").last().click();
        assertFalse(scene.role("consumer").path("hidden").asBoolean());
        choose(visitor, "Analyst", "Hide from pickers");
        assertThat(visitor.page().locator(".roster-matrix-kind", new Page.LocatorOptions().setHasText("hidden")))
                .isVisible();
        assertTrue(scene.role("analyst").path("hidden").asBoolean());
    }

    @Test
    @Tag("ROLE-6")
    void withoutTheEntitlementRolesAreReadAndSaidToBeSo() {
        realm.asAdministrator()
                .put("/plans/starter", Map.of("name", "Starter", "entitlements", List.of()))
                .is(201);
        realm.asAdministrator()
                .put(acme.path("/plan"), Map.of("plan", "starter"))
                .is(200);
        Visitor visitor = asMara();
        assertThat(visitor.page().getByText("The plan “Starter” does not have custom roles"))
                .isVisible();
        assertThat(box(visitor, "Export charts, Analyst")).hasAttribute("aria-disabled", "true");
        assertThat(visitor.page().getByText("not in the plan").first()).isVisible();
        assertThat(visitor.button("Save")).hasCount(0);

        realm.asAdministrator()
                .put(acme.path("/plan"), Map.of("plan", "everything"))
                .is(200);
        visitor.page().reload();
        assertThat(visitor.button("Save")).isVisible();
        assertThat(visitor.page().getByText("not in the plan")).hasCount(0);
    }

    private Visitor asMara() {
        Visitor visitor = scene.at("", scene.mara());
        visitor.tab("Roles").click();
        return visitor;
    }

    private String key(String name) {
        for (JsonNode role : scene.read("/roles").path("items")) {
            if (role.path("name").asText().equals(name)) {
                return role.path("key").asText();
            }
        }
        throw new AssertionError("no role is called " + name);
    }
}
