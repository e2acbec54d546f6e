// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Answers that come late or not at all, and forms that somebody leaves halfway. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-3")
class InterruptedIT {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @InjectRealm(config = Themed.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Scene scene;
    private final List<Runnable> held = new ArrayList<>();

    @BeforeEach
    void aWorkspaceWithAnAdminAndAConsumer() {
        scene = Scene.of(realm, chromium);
    }

    @Test
    void anAnswerThatIsOlderThanASaveChangesNothing() {
        Visitor visitor = scene.at("teammates", scene.mara());
        Page page = visitor.page();
        page.route("**/teammates/" + scene.ann().id(), this::hold);
        page.locator("[data-item='" + scene.ann().id() + "']").click();
        changeRole(visitor, "analyst");
        assertThat(visitor.button("Change role")).hasCount(0);

        release(page);

        assertThat(page.locator("#mate-role")).hasValue("analyst");
        changeRole(visitor, "architect");
        assertThat(visitor.button("Change role")).hasCount(0);
        assertEquals("architect", scene.roleOf(scene.ann()));
    }

    @Test
    void whatWasTypedStaysWhereTheServerIsGone() {
        Visitor visitor = scene.at("teammates/" + scene.ann().id(), scene.mara());
        Page page = visitor.page();
        page.locator("#mate-role").selectOption("analyst");
        realm.assign(scene.acme(), scene.ann(), "architect");
        visitor.button("Change role").click();
        page.route("**/teammates/" + scene.ann().id(), Route::abort);

        visitor.button("Look at what is there now").click();

        assertThat(page.getByText("The server did not answer")).isVisible();
        assertThat(page.locator("#mate-role")).hasValue("analyst");
        page.unroute("**/teammates/" + scene.ann().id());
        visitor.button("Try again").click();
        assertThat(page.getByText("The server did not answer")).hasCount(0);
        visitor.button("Change role").click();
        assertThat(visitor.button("Change role")).hasCount(0);
        assertEquals("analyst", scene.roleOf(scene.ann()));
    }

    @Test
    @Tag("CONSOLE-2")
    void theWorkspaceIsTheOneOfTheAddressWhicheverAnswersFirst() {
        Workspace beta = realm.workspace(scene.mara());
        Visitor visitor = scene.at("roles", scene.mara());
        Page page = visitor.page();
        assertThat(visitor.heading(scene.acme().alias())).isVisible();
        page.route("**/workspaces/" + beta.alias() + "/me", this::hold);
        page.locator(".roster-switcher select").selectOption(beta.alias());
        page.waitForCondition(() -> !held.isEmpty());
        page.goBack();
        assertThat(visitor.heading(scene.acme().alias())).isVisible();

        release(page);

        assertThat(visitor.heading(scene.acme().alias())).isVisible();
        page.locator(".roster-switcher select").selectOption(beta.alias());
        page.waitForCondition(() -> !held.isEmpty());
        release(page);
        assertThat(visitor.heading(beta.alias())).isVisible();
    }

    @Test
    void escClosesTheDialogAndLeavesThePanelBelowItOpen() {
        Visitor visitor = scene.at("teammates/" + scene.ann().id(), scene.mara());
        Page page = visitor.page();
        visitor.button("Add an override").click();
        assertThat(page.locator("dialog")).isVisible();
        page.locator("#override-reason").fill("On call");

        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator("roster-panel")).isVisible();

        page.keyboard().press("Escape");
        assertThat(page.locator("roster-panel")).hasCount(0);
    }

    @Test
    void anEndThatIsTypedHalfwayIsNotTakenForNoEnd() {
        Visitor visitor = scene.at("teammates/" + scene.ann().id(), scene.mara());
        Page page = visitor.page();
        Locator until = page.locator("#mate-until");
        page.locator("#mate-role").selectOption("analyst");
        until.focus();
        page.keyboard().type("0101");
        visitor.button("Change role").click();
        assertThat(until).isFocused();
        assertEquals("consumer", scene.roleOf(scene.ann()));

        until.fill("2040-01-01T10:00");
        visitor.button("Change role").click();
        assertThat(visitor.button("Change role")).hasCount(0);
        assertEquals("analyst", scene.roleOf(scene.ann()));
    }

    private void changeRole(Visitor visitor, String role) {
        visitor.page().locator("#mate-role").selectOption(role);
        visitor.button("Change role").click();
    }

    /** Asks the server at once, and keeps the answer. */
    private void hold(Route route) {
        APIResponse answer = route.fetch();
        held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
    }

    /** Lets go what was kept; the page has drawn it when the next frame is over. */
    private void release(Page page) {
        List<Runnable> answers = List.copyOf(held);
        held.clear();
        answers.forEach(Runnable::run);
        page.evaluate("() => new Promise(done => setTimeout(done, 300))");
    }
}
