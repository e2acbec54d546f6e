// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** The pictures of the README, {@code readme-*.png}, and how long the roles page takes. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-1")
class PicturesIT {

    private static final Logger LOG = Logger.getLogger(PicturesIT.class);
    private static final int CLICKS = 7;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @InjectRealm(config = Themed.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @Test
    void aWorkspaceWithPeopleAndARoleOfItsOwn() {
        Person mara = realm.person("mara", "Mara", "Example", "mara@acme.example.com");
        Person ines = realm.person("ines", "Ines", "Example", "ines@acme.example.com");
        Person jonas = realm.person("jonas", "Jonas", "Example", "jonas@acme.example.com");
        Person priya = realm.person("priya", "Priya", "Example", "priya@acme.example.com");
        Person lena = realm.person("lena", "Lena", "Example", "lena@acme.example.com");
        Workspace acme = realm.workspace(mara, ines, jonas, priya, lena);
        OrganizationRepresentation organization =
                realm.keycloak().organizations().get(acme.id()).toRepresentation();
        organization.setName("Acme");
        realm.keycloak().organizations().get(acme.id()).update(organization).close();
        String steward = realm.asAdministrator()
                .post(
                        acme.path("/roles"),
                        Map.of(
                                "name",
                                "Data Steward",
                                "from",
                                "analyst",
                                "add",
                                List.of("definitions.verify"),
                                "remove",
                                List.of("charts.export")))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.assign(acme, mara, "admin");
        realm.assign(acme, ines, "analyst");
        realm.assign(acme, jonas, "consumer");
        realm.assign(acme, priya, steward);

        Visitor visitor = new Visitor(chromium.page())
                .signsIn(realm.url() + "/roster/console/" + acme.alias() + "/teammates", mara);
        visitor.page().locator("[data-item='" + priya.id() + "']").click();
        assertThat(visitor.page().locator("#mate-role")).isVisible();
        // the last of its lists, which come one by one
        assertThat(visitor.page().getByText("let into no closed project")).isVisible();
        visitor.pictured("readme-teammates");

        Person administrator = SuperAdministrator.of(realm);
        String server = realm.url().replaceFirst("/realms/.*", "");
        String page = "#/" + keycloakRealm.getName() + "/workspaces/" + acme.alias();
        Visitor admin = new Visitor(chromium.page())
                .signsIn(server + "/admin/master/console/" + page + "/roles", administrator);
        admin.page()
                .locator("roster-matrix [role=checkbox][aria-label^='Export charts, Analyst']")
                .click();
        assertThat(admin.page().getByText("1 change: Analyst")).isVisible();
        admin.pictured("readme-roles");
        admin.page()
                .locator("roster-matrix [role=checkbox][aria-label^='Export charts, Analyst']")
                .click();

        measure(admin);
    }

    /** From the click on the tab to a matrix that can be edited, on a server that has answered it before. */
    private static void measure(Visitor visitor) {
        Page page = visitor.page();
        long[] millis = new long[CLICKS];
        for (int i = 0; i < CLICKS; i++) {
            visitor.tab("Teams").click();
            assertThat(page.locator("roster-matrix")).hasCount(0);
            long start = System.nanoTime();
            visitor.tab("Roles").click();
            page.locator("roster-matrix [role=checkbox]").last().waitFor();
            millis[i] = (System.nanoTime() - start) / 1_000_000;
        }
        LOG.infof("The roles page was usable after (ms, %d clicks): %s", CLICKS, Arrays.toString(millis));
    }
}
