// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Holder;
import io.roster.access.Resolver;
import io.roster.access.RoleAssignment;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import io.roster.workspaces.Workspaces;
import io.roster.workspaces.access.AccessMemory;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.access.Standings;
import io.roster.workspaces.access.jpa.JpaAccessStore;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.cache.Changes;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/**
 * A token ends before what it holds does. Nothing that is stored has an end yet: so the server is made to remember an
 * Analyst who is one until a moment, and Read-Only from then on.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-1")
class EndsIT {

    private static final int USUAL_SECONDS = 300;

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    private Person ann;
    private Workspace acme;

    @BeforeEach
    void anAnalyst() {
        ann = realm.person();
        acme = realm.workspace(ann);
        realm.assign(acme, ann, "analyst");
    }

    @Test
    void aTokenEndsInTheLastSecondBeforeTheRightDoes() {
        long end = Instant.now().getEpochSecond() + 30;
        remember(Instant.ofEpochSecond(end));

        TokenReply token = realm.tokens().password(ann, acme.scope());

        assertEquals(Presets.ANALYST, token.permissions());
        assertEquals(end - 1, token.access().path("exp").asLong());
        assertEquals(end - 1, token.id().path("exp").asLong());
        long lifetime = token.reply().json().path("expires_in").asLong();
        assertTrue(lifetime > 20 && lifetime < 30, "expires_in " + lifetime);
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
        assertEquals(
                USUAL_SECONDS,
                other.access().path("exp").asLong() - other.access().path("iat").asLong(),
                "a token without the claim");
    }

    @Test
    void whatEndsAtOnceIsNotInTheToken() {
        remember(Instant.now().plusMillis(900));

        TokenReply token = realm.tokens().password(ann, acme.scope());

        assertEquals(Presets.READ_ONLY, token.permissions());
        assertEquals(
                USUAL_SECONDS,
                token.access().path("exp").asLong() - token.access().path("iat").asLong());
    }

    @Test
    void whatEndsLongAfterTheTokenChangesNothing() {
        remember(Instant.now().plusSeconds(3_600));

        TokenReply token = realm.tokens().password(ann, acme.scope());

        assertEquals(Presets.ANALYST, token.permissions());
        assertEquals(
                USUAL_SECONDS,
                token.access().path("exp").asLong() - token.access().path("iat").asLong());
    }

    private void remember(Instant end) {
        String realmId = keycloakRealm.getId();
        String workspace = acme.id();
        String user = ann.id();
        long until = end.toEpochMilli();
        boolean remembered = server.fetch(
                session -> remember(
                        session,
                        new AccessMemory.Member(new RealmId(realmId), new WorkspaceId(workspace), new UserId(user)),
                        Instant.ofEpochMilli(until)),
                Boolean.class);
        assertTrue(remembered, "the server remembered something else already");
    }

    /** Runs in the server, and puts the altered standing where the answers of this node look first. */
    private static boolean remember(KeycloakSession session, AccessMemory.Member key, Instant until) {
        Workspaces roster = session.getProvider(Workspaces.class);
        Standing real = new Standings(
                        new JpaAccessStore(
                                session.getProvider(JpaConnectionProvider.class).getEntityManager()),
                        roster.catalogues(),
                        Clock.keycloak())
                .in(key.realm(), key.workspace(), key.user())
                .orElseThrow();
        Standing ending = ending(real, until);
        List<String> topics = Stream.of(
                        new Reach.OfRealm(key.realm()),
                        new Reach.OfWorkspace(key.workspace()),
                        new Reach.OfTeammate(key.workspace(), key.user()))
                .map(Reach::topic)
                .toList();
        Standing known = memory(session)
                .standings()
                .get(key, topics, new NoChanges(), () -> Optional.of(ending))
                .orElseThrow();
        return known == ending;
    }

    private static Standing ending(Standing real, Instant until) {
        Holder holder = new Holder(
                true,
                new RoleAssignment(
                        real.holder().role().permissions(),
                        Optional.of(until),
                        real.catalogue().preset("read-only").orElseThrow().permissions()),
                List.of(),
                List.of(),
                real.holder().projects());
        return new Standing(
                real.workspace(),
                real.alias(),
                real.user(),
                new Standing.Roles(real.role(), Optional.of("read-only")),
                real.start(),
                real.counters(),
                real.catalogue(),
                real.plan(),
                holder,
                real.moment(),
                Resolver.resolve(
                        real.catalogue().permissions(),
                        holder,
                        real.catalogue().permissions().all(),
                        real.moment()));
    }

    private static AccessMemory memory(KeycloakSession session) {
        try {
            Object factory = session.getKeycloakSessionFactory().getProviderFactory(Workspaces.class);
            Field node = factory.getClass().getDeclaredField("node");
            node.setAccessible(true);
            Method memory = node.get(factory).getClass().getDeclaredMethod("memory", KeycloakSession.class);
            memory.setAccessible(true);
            return (AccessMemory) memory.invoke(node.get(factory), session);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static final class NoChanges implements Changes {

        @Override
        public void add(Collection<String> topics) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isPending() {
            return false;
        }
    }
}
