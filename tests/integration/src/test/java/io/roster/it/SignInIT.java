// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.Browser;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Sign-in on Keycloak's pages, for a workspace in which somebody is suspended. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-3")
class SignInIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person ann;
    private Workspace acme;
    private Workspace beta;

    @BeforeEach
    void somebodyWhoIsSuspendedInOneOfTwoWorkspaces() {
        ann = realm.person();
        acme = realm.workspace(ann);
        beta = realm.workspace(ann);
        Browser.allow(realm, RosterOff.APP);
        change("suspend");
    }

    @Test
    void signingInToTheWorkspaceEndsOnAPageThatSaysSo() {
        Reply page = new Browser(realm).signIn(RosterOff.APP, acme.scope(), ann);

        page.is(403);
        assertTrue(page.text().contains("You are suspended in the workspace " + acme.alias()), page.text());
        assertTrue(page.text().contains("Admins"), page.text());
        assertEquals(List.of(), sessions());

        change("reactivate");

        Browser browser = new Browser(realm);
        TokenReply token = browser.token(RosterOff.APP, browser.signIn(RosterOff.APP, acme.scope(), ann));
        assertEquals(acme.id(), token.claim().path("id").asText());
    }

    @Test
    void whoeverSignedInForAnotherWorkspaceGetsNoFurtherThanThatPage() {
        Browser browser = new Browser(realm);
        TokenReply token = browser.token(RosterOff.APP, browser.signIn(RosterOff.APP, beta.scope(), ann));
        assertEquals(beta.id(), token.claim().path("id").asText());

        Reply page = browser.signIn(RosterOff.APP, acme.scope(), Map.of());

        page.is(403);
        assertEquals(beta.id(), realm.tokens().refresh(token).claim().path("id").asText());
        TokenReply again = browser.token(RosterOff.APP, browser.signIn(RosterOff.APP, beta.scope(), Map.of()));
        assertEquals(beta.id(), again.claim().path("id").asText());
    }

    @Test
    void whoeverChoosesTheWorkspaceOnKeycloaksPageIsToldSoToo() {
        String open = "openid workspace organization";
        Map<String, String> chooses =
                Map.of("username", ann.username(), "password", ann.password(), "kc.org", acme.alias());

        new Browser(realm).signIn(RosterOff.APP, open, chooses).is(403);

        Browser browser = new Browser(realm);
        TokenReply token = browser.token(
                RosterOff.APP,
                browser.signIn(
                        RosterOff.APP,
                        open,
                        Map.of("username", ann.username(), "password", ann.password(), "kc.org", beta.alias())));
        assertEquals(beta.id(), token.claim().path("id").asText());
    }

    @Test
    void thePageIsInTheLanguageOfTheReader() {
        RealmRepresentation settings = realm.keycloak().toRepresentation();
        settings.setInternationalizationEnabled(true);
        settings.setSupportedLocales(Set.of("en", "de"));
        settings.setDefaultLocale("de");
        realm.keycloak().update(settings);
        try {
            Reply page =
                    new Browser(realm).signIn(RosterOff.APP, acme.scope(), ann).is(403);
            assertTrue(page.text().contains("Sie sind im Workspace " + acme.alias() + " gesperrt"), page.text());
        } finally {
            settings.setInternationalizationEnabled(false);
            realm.keycloak().update(settings);
        }
    }

    @Test
    void aSessionInWhichTwoTabsAreInTwoWorkspacesEndsWithEither() {
        change("reactivate");
        Browser browser = new Browser(realm);
        TokenReply first = browser.token(RosterOff.APP, browser.signIn(RosterOff.APP, acme.scope(), ann));
        TokenReply second = browser.token(RosterOff.APP, browser.signIn(RosterOff.APP, beta.scope(), Map.of()));
        assertEquals(
                first.access().path("sid").asText(), second.access().path("sid").asText(), "one session, two tabs");
        assertEquals(acme.id(), realm.tokens().refresh(first).claim().path("id").asText());

        change("suspend");

        realm.tokens().refresh(first).reply().is(400);
        assertFalse(realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT)
                .introspect(first)
                .is(200)
                .json()
                .path("active")
                .asBoolean());
        TokenReply again = browser.token(RosterOff.APP, browser.signIn(RosterOff.APP, beta.scope(), ann));
        assertEquals(beta.id(), again.claim().path("id").asText());
    }

    @Test
    @Tag("REALM-1")
    void theActionThatSaysSoComesBeforeAllOthers() {
        RequiredActionProviderRepresentation first = realm.keycloak().flows().getRequiredActions().stream()
                .min(Comparator.comparingInt(RequiredActionProviderRepresentation::getPriority))
                .orElseThrow();
        assertEquals("roster-sign-in", first.getAlias());
        assertTrue(first.isEnabled());
        assertFalse(first.isDefaultAction());
    }

    private void change(String verb) {
        realm.asAdministrator()
                .post(acme.path("/teammates/" + ann.id() + "/" + verb), null)
                .is(200);
    }

    private List<?> sessions() {
        return realm.keycloak().users().get(ann.id()).getUserSessions();
    }
}
