// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** The sessions of a teammate in their panel, ended one by one and all at once. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CONSOLE-2")
@Tag("MATE-3")
class SessionsSectionIT {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @InjectRealm(config = Themed.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person mara;
    private Person ann;
    private Workspace acme;
    private TokenReply online;
    private TokenReply offline;

    @BeforeEach
    void somebodyWhoIsSignedInTwice() {
        mara = realm.person();
        ann = realm.person();
        acme = realm.workspace(mara, ann);
        realm.assign(acme, mara, "admin");
        online = realm.tokens().password(ann, acme.scope());
        offline = realm.tokens(RosterOff.APP).password(ann, acme.scope() + " offline_access");
    }

    @Test
    void oneEndsAndThenAllThatAreLeft() {
        Visitor visitor = asMara(ColorScheme.LIGHT);
        assertThat(rows(visitor)).hasCount(2);
        Locator row = rows(visitor).filter(new Locator.FilterOptions().setHasText("offline"));
        row.getByText("End").click();
        visitor.page().locator("dialog").getByText("Cancel").click();
        assertThat(rows(visitor)).hasCount(2);

        row.getByText("End").click();
        visitor.page().locator("dialog .pf-m-danger").click();

        assertThat(rows(visitor)).hasCount(1);
        assertEquals(400, realm.tokens().refresh(offline).reply().status());
        assertEquals(200, realm.tokens().refresh(online).reply().status());

        visitor.button("End all").click();
        visitor.page().locator("dialog .pf-m-danger").click();
        assertThat(visitor.page().getByText("no app has tokens of this workspace"))
                .isVisible();
        assertEquals(400, realm.tokens().refresh(online).reply().status());
        assertThat(visitor.button("End all")).hasCount(0);
    }

    @Test
    void whoeverIsSuspendedHasNoneInThePanelEither() {
        Visitor visitor = asMara(ColorScheme.LIGHT);
        assertThat(rows(visitor)).hasCount(2);

        visitor.button("Suspend").click();
        visitor.page().locator("dialog .pf-m-danger").click();

        assertThat(rows(visitor)).hasCount(0);
        assertEquals(400, realm.tokens().refresh(online).reply().status());
    }

    @Test
    @Tag("CONSOLE-3")
    void theyAreReadableForEverybodyInLightAndDark() {
        for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Visitor visitor = asMara(colours);
            assertThat(rows(visitor)).hasCount(2);
            rows(visitor).last().scrollIntoViewIfNeeded();
            visitor.pictured("sessions-" + colours.name().toLowerCase(Locale.ROOT));
            Axe.assertNothingSerious(visitor.page(), "body");
        }
    }

    private Visitor asMara(ColorScheme colours) {
        String panel = realm.url() + "/roster/console/" + acme.alias() + "/teammates/" + ann.id();
        Visitor visitor = new Visitor(chromium.page(new Browser.NewContextOptions().setColorScheme(colours)))
                .signsIn(panel, mara);
        // what is above it has come first, or it would be pushed out of sight again, and not be read
        for (String above : List.of("None: they have exactly", "In no team", "let into no closed project")) {
            assertThat(visitor.page().getByText(above)).isVisible();
        }
        visitor.heading("Sessions").scrollIntoViewIfNeeded();
        return visitor;
    }

    private static Locator rows(Visitor visitor) {
        return visitor.page().locator("roster-mate-sessions li");
    }
}
