// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes sweep every few seconds, and what has ended is taken away and written down once. */
@TheCluster
@Tag("MATE-5")
class SweepIT {

    private static final int MORE_TURNS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ENDS = List.of("teammate.role-ended", "override.ended", "grant.ended");

    private final Cluster cluster;
    private final TestRealm realm;

    SweepIT(Cluster cluster) {
        this.cluster = cluster;
        this.realm = cluster.one().realm(cluster.newRealm());
    }

    @Test
    void whatHasEndedGoesOnceAndIsWrittenDownOnce() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        Api api = realm.asAdministrator();
        String end = Instant.now().plusSeconds(8).toString();
        String anns = "/teammates/" + ann.id();
        api.put(acme.path(anns + "/role"), Map.of("role", "architect", "until", end, "then", "consumer"))
                .is(200);
        Map<String, String> override = Map.of("effect", "deny", "permission", "charts.export", "until", end);
        api.post(acme.path(anns + "/overrides"), override).is(201);
        api.post(acme.path(anns + "/overrides"), Map.of("effect", "deny", "permission", "charts.run"))
                .is(201);
        api.post(acme.path("/projects"), Map.of("key", "web", "name", "Web")).is(201);
        Map<String, String> grant = Map.of("teammate", ann.id(), "role", "analyst", "until", end);
        api.post(acme.path("/projects/web/grants"), grant).is(201);
        assertEquals(Map.of(), ended(api, acme), "before the end");

        Poll.until(
                "the three ends are written down",
                PATIENCE,
                () -> ended(api, acme).keySet().containsAll(ENDS));
        // each of these ends in a later turn, in which what was swept before could be found again
        for (int turn = 1; turn <= MORE_TURNS; turn++) {
            int ends = 1 + turn;
            Map<String, String> another =
                    Map.of("effect", "deny", "permission", "charts.export", "until", soon().toString());
            api.post(acme.path(anns + "/overrides"), another).is(201);
            Poll.until(
                    "end number " + ends + " of an override",
                    PATIENCE,
                    () -> ended(api, acme).get("override.ended") >= ends);
        }

        assertEquals(Map.of(ENDS.get(0), 1, ENDS.get(1), 1 + MORE_TURNS, ENDS.get(2), 1), ended(api, acme));
        assertEquals(
                "consumer", api.get(acme.path(anns)).is(200).json().path("role").asText());
        assertEquals(
                1,
                api.get(acme.path(anns + "/overrides"))
                        .is(200)
                        .json()
                        .path("items")
                        .size(),
                "without an end");
        assertEquals(
                List.of(0L, 0L, 0L),
                List.of(
                        cluster.database().count("select count(*) from WS_GRANT where ORG_ID = ?", acme.id()),
                        cluster.database()
                                .count(
                                        "select count(*) from WS_OVERRIDE where UNTIL_AT is not null and ORG_ID = ?",
                                        acme.id()),
                        cluster.database()
                                .count(
                                        "select count(*) from WS_MEMBER where ROLE_UNTIL is not null and ORG_ID = ?",
                                        acme.id())));
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(2);
    }

    /** How often the log has each kind of end, by whomever. */
    private static Map<String, Integer> ended(Api api, Workspace workspace) {
        Map<String, Integer> ended = new TreeMap<>();
        for (JsonNode entry :
                api.get(workspace.path("/audit?max=100")).is(200).json().path("items")) {
            String action = entry.path("action").asText();
            if (action.endsWith("ended")) {
                ended.merge(action, 1, Integer::sum);
                assertEquals("server", entry.path("actor").path("kind").asText(), entry.toString());
            }
        }
        return ended;
    }
}
