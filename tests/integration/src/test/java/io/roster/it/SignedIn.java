// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.Browser;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOff;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * Somebody in two workspaces, who signs in to two apps.
 *
 * @param boss Admin of both
 * @param ann an Analyst in the one and no more than that in the other
 * @param charts the client that isn't {@link RosterOff#APP}, with a name for people
 */
record SignedIn(TestRealm realm, Person boss, Person ann, Workspace acme, Workspace beta, String charts) {

    static final String OFFLINE = " offline_access";

    static SignedIn in(TestRealm realm) {
        Person boss = realm.person();
        Person ann = realm.person();
        Workspace acme = realm.workspace(boss, ann);
        Workspace beta = realm.workspace(boss, ann);
        realm.assign(acme, boss, "admin");
        realm.assign(beta, boss, "admin");
        realm.assign(acme, ann, "analyst");
        ClientRepresentation app = new ClientRepresentation();
        app.setClientId("charts-" + acme.alias());
        app.setName("Charts");
        app.setPublicClient(true);
        app.setDirectAccessGrantsEnabled(true);
        realm.keycloak().clients().create(app).close();
        realm.offer(app.getClientId(), "workspace");
        Browser.allow(realm, RosterOff.APP);
        Browser.allow(realm, app.getClientId());
        return new SignedIn(realm, boss, ann, acme, beta, app.getClientId());
    }

    /** Signs in to the one app for the one workspace, or goes on from there to the other for the other. */
    TokenReply here(Browser browser) {
        return browser.token(RosterOff.APP, browser.signIn(RosterOff.APP, acme.scope(), ann));
    }

    TokenReply there(Browser browser) {
        return browser.token(charts, browser.signIn(charts, beta.scope(), Map.of()));
    }

    Api asBoss() {
        return realm.as(boss, "roster:manage");
    }

    /** Where Ann's are. */
    String path(Workspace workspace) {
        return path(workspace, ann);
    }

    String path(Workspace workspace, Person person) {
        return workspace.path("/teammates/" + person.id() + "/sessions");
    }

    List<JsonNode> items(Workspace workspace) {
        return items(path(workspace));
    }

    List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        asBoss().get(path).is(200).json().path("items").forEach(items::add);
        return items;
    }

    static List<String> apps(JsonNode session) {
        return session.path("apps").findValuesAsText("client");
    }

    /** Of the session with this app alone. */
    String idOf(String client) {
        return items(acme).stream()
                .filter(item -> apps(item).equals(List.of(client)))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    static String sid(TokenReply token) {
        return token.access().path("sid").asText();
    }
}
