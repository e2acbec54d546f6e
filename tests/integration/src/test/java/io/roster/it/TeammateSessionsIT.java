// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Browser;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.timeoffset.InjectTimeOffSet;
import org.keycloak.testframework.remote.timeoffset.TimeOffSet;

/** A workspace sees the sessions in which a teammate has tokens for it, and of them its own part. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-3")
class TeammateSessionsIT {

    private static final Duration LATER = Duration.ofMinutes(2);

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectTimeOffSet
    TimeOffSet time;

    private SignedIn ann;
    private Workspace acme;
    private Workspace beta;

    @BeforeEach
    void somebodyInTwoWorkspacesWithTwoApps() {
        ann = SignedIn.in(realm);
        acme = ann.acme();
        beta = ann.beta();
    }

    @AfterEach
    void now() {
        time.set(Duration.ZERO);
    }

    @Test
    void eachWorkspaceSeesItsPartOfASessionAndNothingOfTheOther() {
        Browser browser = new Browser(realm);
        TokenReply here = ann.here(browser);
        Instant started = Instant.ofEpochSecond(here.access().path("iat").asLong());
        time.set(LATER);
        TokenReply there = ann.there(browser);
        assertEquals(SignedIn.sid(here), SignedIn.sid(there), "one session, two apps");

        Reply reply = ann.asBoss().get(ann.path(acme)).is(200);

        JsonNode session = reply.json().path("items").path(0);
        assertEquals(1, reply.json().path("items").size(), reply.text());
        assertEquals(List.of(RosterOff.APP), SignedIn.apps(session));
        assertEquals("127.0.0.1", session.path("address").asText());
        assertFalse(session.path("offline").asBoolean());
        assertNear(started, session.path("started"));
        assertNear(started, session.path("used"));
        List<String> others =
                List.of(ann.charts(), "Charts", SignedIn.sid(here), beta.id(), beta.alias(), here.refreshToken());
        assertEquals(List.of(), others.stream().filter(reply.text()::contains).toList(), reply.text());
        JsonNode other = ann.items(beta).get(0);
        assertEquals(List.of(ann.charts()), SignedIn.apps(other));
        assertEquals(List.of("Charts"), other.path("apps").findValuesAsText("name"));
        assertNear(started.plus(LATER), other.path("started"));
        assertNotEquals(session.path("id"), other.path("id"), "what is one session is two to two workspaces");
    }

    @Test
    void theListHasOnlineAndOfflineOnesOfAllAppsByTheirLastUse() {
        TokenReply first = realm.tokens().password(ann.ann(), acme.scope());
        time.set(LATER);
        realm.tokens(ann.charts())
                .password(ann.ann(), acme.scope() + SignedIn.OFFLINE)
                .bearer();
        realm.tokens().password(ann.ann(), beta.scope()).bearer();
        realm.tokens().password(ann.ann(), "openid").bearer();
        time.set(LATER.multipliedBy(2));
        realm.tokens(RosterOff.STRANGER)
                .password(ann.ann(), "openid organization:" + acme.alias())
                .bearer();

        assertEquals(List.of("stranger", ann.charts() + " offline", "app"), told(acme));
        assertEquals(List.of("app"), told(beta));

        time.set(LATER.multipliedBy(3));
        realm.tokens().refresh(first).bearer();
        assertEquals(List.of("app", "stranger", ann.charts() + " offline"), told(acme));
        assertEquals(ann.items(acme), pages());
        ann.asBoss().get(ann.path(acme) + "?after=bm9uZQ").isProblem(400, "validation");
    }

    @Test
    void whatRanOutForAnAppIsShownNoMore() {
        ClientRepresentation app = realm.client(ann.charts()).toRepresentation();
        app.setAttributes(Map.of("client.session.idle.timeout", "60"));
        realm.client(ann.charts()).update(app);
        TokenReply token = realm.tokens(ann.charts()).password(ann.ann(), acme.scope());
        realm.tokens().password(ann.ann(), acme.scope()).bearer();
        assertEquals(2, ann.items(acme).size());

        time.set(LATER);

        assertEquals(List.of("app"), told(acme));
        realm.tokens(ann.charts()).refresh(token).reply().is(400);
    }

    /** The list in pages of one. */
    private List<JsonNode> pages() {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page =
                    ann.asBoss().get(ann.path(acme) + "?max=1" + after).is(200).json();
            page.path("items").forEach(items::add);
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        }
        return items;
    }

    /** Of each its apps, and whether it is an offline one. */
    private List<String> told(Workspace workspace) {
        return ann.items(workspace).stream()
                .map(item -> String.join(",", SignedIn.apps(item))
                        + (item.path("offline").asBoolean() ? " offline" : ""))
                .toList();
    }

    /** The clock goes on between two calls. */
    private static void assertNear(Instant expected, JsonNode actual) {
        Duration apart = Duration.between(expected, Instant.parse(actual.asText()));
        assertTrue(apart.abs().compareTo(LATER.dividedBy(2)) < 0, expected + " and " + actual);
    }
}
