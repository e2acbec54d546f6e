// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.Browser;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** A session that was ended for a workspace gives no token of it any more; all else of it and of its person goes on. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-3")
class EndedSessionsIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private SignedIn ann;
    private Workspace acme;
    private Workspace beta;

    @BeforeEach
    void somebodyInTwoWorkspacesWithTwoApps() {
        ann = SignedIn.in(realm);
        acme = ann.acme();
        beta = ann.beta();
    }

    @Test
    void oneEndsAndAllOthersGoOn() {
        TokenReply ended = realm.tokens(ann.charts()).password(ann.ann(), acme.scope());
        TokenReply kept = realm.tokens().password(ann.ann(), acme.scope());
        TokenReply offline = realm.tokens().password(ann.ann(), acme.scope() + SignedIn.OFFLINE);
        TokenReply elsewhere = realm.tokens(ann.charts()).password(ann.ann(), beta.scope());
        String path = ann.path(acme) + "/" + ann.idOf(ann.charts());

        ann.asBoss().delete(path).is(204);

        refused(realm.tokens(ann.charts()).refresh(ended));
        assertEquals(Presets.ANALYST, realm.tokens().refresh(kept).permissions());
        assertEquals(Presets.ANALYST, realm.tokens().refresh(offline).permissions());
        isOf(beta, realm.tokens(ann.charts()).refresh(elsewhere));
        assertEquals(2, ann.items(acme).size());
        ann.asBoss().delete(path).isProblem(404, "not-found");
        assertEquals(
                Presets.ANALYST,
                realm.tokens(ann.charts()).password(ann.ann(), acme.scope()).permissions());
    }

    @Test
    void allEndOnlineAndOfflineAndWhatTheyHaveForOthersGoesOn() {
        Browser browser = new Browser(realm);
        TokenReply here = ann.here(browser);
        TokenReply there = ann.there(browser);
        TokenReply offline = realm.tokens().password(ann.ann(), acme.scope() + SignedIn.OFFLINE);
        TokenReply offlineThere = realm.tokens().password(ann.ann(), beta.scope() + SignedIn.OFFLINE);
        TokenReply bosses = realm.tokens().password(ann.boss(), acme.scope());

        ann.asBoss().delete(ann.path(acme)).is(204);

        refused(realm.tokens().refresh(here));
        refused(realm.tokens().refresh(offline));
        assertEquals(List.of(), ann.items(acme));
        isOf(beta, realm.tokens(ann.charts()).refresh(there));
        isOf(beta, realm.tokens().refresh(offlineThere));
        isOf(acme, realm.tokens().refresh(bosses));
        TokenReply again = ann.here(browser);
        assertEquals(Presets.ANALYST, again.permissions());
        assertEquals(1, ann.items(acme).size());
    }

    @Test
    @Tag("AUDIT-1")
    void whatEndsIsInTheLogOnceAndWhereNothingEndsThereIsNothingToTell() {
        realm.tokens().password(ann.ann(), acme.scope()).bearer();
        realm.tokens(ann.charts()).password(ann.ann(), acme.scope()).bearer();
        ann.asBoss().delete(ann.path(acme) + "/" + ann.idOf(ann.charts())).is(204);
        ann.asBoss().delete(ann.path(acme)).is(204);
        ann.asBoss().delete(ann.path(acme)).is(204);

        List<JsonNode> entries = ann.items(acme.path("/audit?max=3"));

        assertEquals(
                List.of("teammate.sessions-ended", "teammate.sessions-ended", "teammate.role-changed"),
                entries.stream().map(entry -> entry.path("action").asText()).toList());
        JsonNode one = entries.get(1);
        assertEquals(ann.ann().id(), one.path("subject").path("id").asText());
        assertEquals(ann.boss().id(), one.path("actor").path("id").asText());
        assertEquals(2, one.path("before").path("sessions").asInt());
        assertEquals(List.of("app", ann.charts()), Json.texts(one.path("before").path("clients")));
        assertEquals(1, one.path("after").path("sessions").asInt());
        JsonNode all = entries.get(0);
        assertEquals(List.of("app"), Json.texts(all.path("before").path("clients")));
        assertEquals(0, all.path("after").path("sessions").asInt());
    }

    @Test
    void whoMayNotLooksAtNoneAndEndsNone() {
        TokenReply anns = realm.tokens().password(ann.ann(), acme.scope());
        TokenReply bosses = realm.tokens().password(ann.boss(), acme.scope());
        Api asAnn = realm.as(ann.ann(), "roster:manage");
        asAnn.get(ann.path(acme)).isProblem(403, "forbidden");
        asAnn.delete(ann.path(acme)).isProblem(403, "forbidden");
        isOf(acme, realm.tokens().refresh(anns));

        realm.assign(acme, ann.ann(), steward());
        String ofBoss = ann.path(acme, ann.boss());
        JsonNode listed = asAnn.get(ofBoss).is(200).json().path("items").path(0);
        asAnn.delete(ofBoss).isProblem(403, "ceiling");
        asAnn.delete(ofBoss + "/" + listed.path("id").asText()).isProblem(403, "ceiling");
        isOf(acme, realm.tokens().refresh(bosses));

        asAnn.delete(ann.path(acme)).is(204);
        refused(realm.tokens().refresh(anns));
    }

    @Test
    @Tag("SCIM-6")
    void theIdThatAnotherWorkspaceHasOfASessionIsNoneHere() {
        Browser browser = new Browser(realm);
        TokenReply here = ann.here(browser);
        TokenReply there = ann.there(browser);
        String foreign = ann.items(beta).get(0).path("id").asText();
        String random = "0".repeat(foreign.length());

        for (String id : List.of(foreign, SignedIn.sid(there))) {
            Reply reply = ann.asBoss().delete(ann.path(acme) + "/" + id).isProblem(404, "not-found");
            Reply unknown = ann.asBoss().delete(ann.path(acme) + "/" + random);
            assertEquals(unknown.text(), reply.text().replace(id, random));
        }
        isOf(acme, realm.tokens().refresh(here));
        isOf(beta, realm.tokens(ann.charts()).refresh(there));

        ann.asBoss().delete(ann.path(beta) + "/" + foreign).is(204);
        refused(realm.tokens(ann.charts()).refresh(there));
        isOf(acme, realm.tokens().refresh(here));
    }

    /** A role with {@code teammates.manage} and little else. */
    private String steward() {
        Map<String, ?> draft = Map.of("name", "Steward", "from", "read-only", "add", List.of("teammates.manage"));
        return ann.asBoss()
                .post(acme.path("/roles"), draft)
                .is(201)
                .json()
                .path("key")
                .asText();
    }

    private static void isOf(Workspace workspace, TokenReply token) {
        assertEquals(workspace.id(), token.claim().path("id").asText());
    }

    private static void refused(TokenReply token) {
        assertEquals(
                "invalid_grant",
                token.reply().is(400).json().path("error").asText(),
                token.reply().text());
    }
}
