// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.timeoffset.InjectTimeOffSet;
import org.keycloak.testframework.remote.timeoffset.TimeOffSet;

/** A token ends before what it holds does, be it a role or what is allowed to somebody. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-1")
@Tag("MATE-5")
class EndsIT {

    private static final int USUAL_SECONDS = 300;

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectTimeOffSet
    TimeOffSet time;

    private Person ann;
    private Workspace acme;

    @BeforeEach
    void aTeammate() {
        ann = realm.person();
        acme = realm.workspace(ann);
    }

    @AfterEach
    void now() {
        time.set(Duration.ZERO);
    }

    @Test
    void aTokenEndsInTheLastSecondBeforeTheRightDoes() {
        long end = Instant.now().getEpochSecond() + 30;
        analystUntil(Instant.ofEpochSecond(end));

        TokenReply token = realm.tokens().password(ann, acme.scope());

        assertEquals(Presets.ANALYST, token.permissions());
        assertEquals(end - 1, token.access().path("exp").asLong());
        assertEquals(end - 1, token.id().path("exp").asLong());
        long lifetime = token.reply().json().path("expires_in").asLong();
        assertTrue(lifetime > 15 && lifetime < 30, "expires_in " + lifetime);
        assertEquals(end - 1, realm.tokens().refresh(token).access().path("exp").asLong(), "refreshed");
        // who needs to look is told what counts now, and for how long the token itself is good
        assertEquals(
                Presets.ANALYST,
                Json.texts(realm.tokens()
                        .userinfo(token)
                        .is(200)
                        .json()
                        .path(TokenReply.CLAIM)
                        .path("perms")));
        TokenReply other = realm.tokens().password(ann, "openid");
        assertEquals(USUAL_SECONDS, lifetime(other), "a token without the claim");
    }

    @Test
    void theFirstOfAllEndsDecidesAlsoThatOfADenial() {
        long end = Instant.now().getEpochSecond() + 90;
        analystUntil(Instant.ofEpochSecond(end + 30));
        override("allow", "definitions.verify", Instant.ofEpochSecond(end + 60));
        override("deny", "charts.run", Instant.ofEpochSecond(end));

        TokenReply token = realm.tokens().password(ann, acme.scope());

        assertEquals(
                Stream.concat(Presets.analystWithout("charts.run").stream(), Stream.of("definitions.verify"))
                        .toList(),
                token.permissions());
        assertEquals(end - 1, token.access().path("exp").asLong());
    }

    @Test
    void whatEndsAtOnceIsNotInTheToken() {
        override("allow", "definitions.verify", Instant.now().plusMillis(30_900));
        analystUntil(Instant.now().plusMillis(30_900));
        time.set(Duration.ofSeconds(30));

        TokenReply token = realm.tokens().password(ann, acme.scope());

        assertEquals(Presets.READ_ONLY, token.permissions());
        assertEquals(USUAL_SECONDS, lifetime(token));
    }

    @Test
    void whatEndsLongAfterTheTokenChangesNothing() {
        analystUntil(Instant.now().plusSeconds(3_600));

        TokenReply token = realm.tokens().password(ann, acme.scope());

        assertEquals(Presets.ANALYST, token.permissions());
        assertEquals(USUAL_SECONDS, lifetime(token));
    }

    /** From the end on they are Read-Only, as whoever joins. */
    private void analystUntil(Instant end) {
        realm.asAdministrator()
                .put(teammate("/role"), Map.of("role", "analyst", "until", end.toString()))
                .is(200);
    }

    private void override(String effect, String permission, Instant end) {
        realm.asAdministrator()
                .post(
                        teammate("/overrides"),
                        Map.of("effect", effect, "permission", permission, "until", end.toString()))
                .is(201);
    }

    private String teammate(String below) {
        return acme.path("/teammates/" + ann.id() + below);
    }

    private static long lifetime(TokenReply token) {
        return token.access().path("exp").asLong() - token.access().path("iat").asLong();
    }
}
