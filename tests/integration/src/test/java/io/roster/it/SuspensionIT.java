// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Statements;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** From the next request on, whoever is suspended in a workspace or removed from it has no token of it and gets none. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-3")
class SuspensionIT {

    private static final String UNNAMED = "openid workspace";
    private static final String OFFLINE = " offline_access";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    private Person boss;
    private Person ann;
    private Workspace acme;
    private Workspace beta;

    @BeforeEach
    void somebodyInTwoWorkspaces() {
        boss = realm.person();
        ann = realm.person();
        acme = realm.workspace(boss, ann);
        beta = realm.workspace(ann);
        realm.assign(acme, boss, "admin");
        realm.assign(acme, ann, "analyst");
        realm.audience(RosterOff.STRANGER, RosterOff.ROBOT);
    }

    @AfterEach
    void listenNoMore() {
        server.run(Statements::stop);
        realm.client(RosterOff.STRANGER).getProtocolMappers().getMappers().stream()
                .filter(mapper -> mapper.getName().startsWith("audience"))
                .forEach(mapper ->
                        realm.client(RosterOff.STRANGER).getProtocolMappers().delete(mapper.getId()));
    }

    @Test
    void whoeverIsSuspendedLosesOneWorkspaceAndKeepsTheOther() {
        TokenReply here = realm.tokens().password(ann, acme.scope());
        TokenReply hereOffline = realm.tokens().password(ann, acme.scope() + OFFLINE);
        TokenReply there = realm.tokens().password(ann, beta.scope());
        TokenReply thereOffline = realm.tokens().password(ann, beta.scope() + OFFLINE);
        for (TokenReply token : List.of(here, hereOffline, there, thereOffline)) {
            assertTrue(introspected(token).path("active").asBoolean());
        }

        JsonNode suspended = suspend().json();

        assertEquals("suspended", suspended.path("status").asText());
        assertEquals("analyst", suspended.path("role").asText());
        for (TokenReply token : List.of(here, hereOffline)) {
            refused(realm.tokens().refresh(token));
            assertFalse(introspected(token).path("active").asBoolean());
            realm.tokens().userinfo(token).is(401);
        }
        refused(realm.tokens().password(ann, acme.scope()));
        refused(realm.tokens().password(ann, acme.scope() + OFFLINE));
        for (TokenReply token : List.of(there, thereOffline)) {
            assertEquals(
                    beta.id(), realm.tokens().refresh(token).claim().path("id").asText());
            assertEquals(
                    beta.id(),
                    introspected(token).path(TokenReply.CLAIM).path("id").asText());
        }
        assertEquals(
                beta.id(),
                realm.tokens().password(ann, beta.scope()).claim().path("id").asText());
        assertEquals(List.of(ann.username()), teammates("?status=suspended"));

        assertEquals(
                "active",
                asBoss().post(path("/reactivate"), null)
                        .is(200)
                        .json()
                        .path("status")
                        .asText());

        TokenReply again = realm.tokens().password(ann, acme.scope());
        assertEquals(Presets.ANALYST, again.permissions());
        assertEquals(Presets.ANALYST, realm.tokens().refresh(again).permissions());
        refused(realm.tokens().refresh(here));
        assertEquals(List.of(), teammates("?status=suspended"));
    }

    @Test
    void keycloaksOwnClaimAloneIsNoTokenOfTheWorkspaceEither() {
        String scope = "openid organization:" + acme.alias();
        TokenReply token = realm.tokens(RosterOff.STRANGER).password(ann, scope);
        assertEquals(Set.of(acme.alias()), organizations(token.access()));
        assertTrue(introspected(token).path("active").asBoolean());

        suspend();

        refused(realm.tokens(RosterOff.STRANGER).refresh(token));
        refused(realm.tokens(RosterOff.STRANGER).password(ann, scope));
        assertFalse(introspected(token).path("active").asBoolean());
        TokenReply other = realm.tokens(RosterOff.STRANGER).password(ann, "openid organization:" + beta.alias());
        assertEquals(Set.of(beta.alias()), organizations(other.access()));
        refused(realm.tokens(RosterOff.STRANGER).password(ann, scope + " organization:" + beta.alias()));
    }

    @Test
    void whereAllOrganizationsAreAskedForTheOneIsLeftOut() {
        Workspace gamma = realm.workspace(ann);
        String all = "openid workspace organization:*";
        TokenReply token = realm.tokens().password(ann, all);
        TokenReply strangers = realm.tokens(RosterOff.STRANGER).password(ann, "openid organization:*");
        assertEquals(Set.of(acme.alias(), beta.alias(), gamma.alias()), organizations(token.access()));
        assertEquals(Set.of(acme.alias(), beta.alias(), gamma.alias()), organizations(strangers.access()));
        Set<String> rest = new TreeSet<>(Set.of(beta.alias(), gamma.alias()));

        suspend();

        for (TokenReply left :
                List.of(realm.tokens().refresh(token), realm.tokens().password(ann, all))) {
            assertEquals(rest, organizations(left.access()));
            assertEquals(rest, organizations(left.id()));
        }
        assertEquals(rest, organizations(realm.tokens().userinfo(token).is(200).json()));
        assertEquals(rest, organizations(introspected(token)));
        assertEquals(
                rest,
                organizations(
                        realm.tokens(RosterOff.STRANGER).refresh(strangers).access()));
    }

    @Test
    void aSessionThatNamedNoWorkspaceEndsWithTheOneThatItChose() {
        Person bob = realm.person();
        acme.add(bob);
        TokenReply unnamed = realm.tokens().password(bob, UNNAMED);
        TokenReply offline = realm.tokens().password(bob, UNNAMED + OFFLINE);
        TokenReply open = realm.tokens(RosterOff.STRANGER).password(bob, "openid organization");
        assertEquals(acme.id(), unnamed.claim().path("id").asText());
        assertEquals(acme.id(), offline.claim().path("id").asText());
        assertEquals(Set.of(acme.alias()), organizations(open.access()));

        asBoss().post(acme.path("/teammates/" + bob.id() + "/suspend"), null).is(200);

        for (TokenReply token : List.of(unnamed, offline)) {
            refused(realm.tokens().refresh(token));
            assertFalse(introspected(token).path("active").asBoolean());
        }
        refused(realm.tokens(RosterOff.STRANGER).refresh(open));
        assertFalse(introspected(open).path("active").asBoolean());
        refused(realm.tokens(RosterOff.STRANGER).password(bob, "openid organization"));
        assertEquals(List.of(), sessions(bob), "a refused sign-in leaves no session");
        assertTrue(realm.tokens().password(bob, UNNAMED).claim().isMissingNode());
        assertEquals(1, sessions(bob).size());
    }

    @Test
    void whoeverIsRemovedHasNothingLeftButTheAccount() {
        TokenReply here = realm.tokens().password(ann, acme.scope());
        TokenReply hereOffline = realm.tokens().password(ann, acme.scope() + OFFLINE);
        TokenReply there = realm.tokens().password(ann, beta.scope());

        asBoss().delete(path("")).is(204);

        assertEquals(List.of(boss.username()), acme.members());
        assertEquals(List.of(ann.username()), beta.members());
        asBoss().get(path("")).isProblem(404, "not-found");
        asBoss().delete(path("")).isProblem(404, "not-found");
        for (TokenReply token : List.of(here, hereOffline)) {
            refused(realm.tokens().refresh(token));
            assertFalse(introspected(token).path("active").asBoolean());
        }
        assertTrue(realm.tokens().password(ann, acme.scope()).claim().isMissingNode());
        assertEquals(beta.id(), realm.tokens().refresh(there).claim().path("id").asText());
        assertEquals(
                List.of("teammate.removed"),
                asBoss().get(acme.path("/audit?max=1"))
                        .is(200)
                        .json()
                        .path("items")
                        .findValuesAsText("action"));
        assertEquals(
                boss.id(),
                asBoss().get(acme.path("/audit?max=1"))
                        .is(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("actor")
                        .path("id")
                        .asText());

        acme.add(ann);
        assertEquals(
                Presets.READ_ONLY, realm.tokens().password(ann, acme.scope()).permissions());
    }

    @Test
    void whomKeycloakItselfRemovesIsIntrospectedWithoutAnErrorToo() {
        TokenReply here = realm.tokens().password(ann, acme.scope());
        TokenReply strangers =
                realm.tokens(RosterOff.STRANGER).password(ann, "openid organization:" + acme.alias() + OFFLINE);
        TokenReply there = realm.tokens().password(ann, beta.scope());
        assertTrue(introspected(here).path("active").asBoolean());

        acme.remove(ann);

        assertFalse(introspected(here).path("active").asBoolean());
        assertFalse(introspected(strangers).path("active").asBoolean());
        assertTrue(introspected(there).path("active").asBoolean());
        refused(realm.tokens().refresh(here));
        refused(realm.tokens(RosterOff.STRANGER).refresh(strangers));
    }

    @Test
    void whoeverMayRemoveOthersLeavesByTheSameCallAndSuspendsNobodyThemselves() {
        String self = acme.path("/teammates/" + boss.id());
        asBoss().post(self + "/suspend", null).isProblem(403, "forbidden");
        Api boss = asBoss();
        realm.as(ann, "roster:manage").delete(path("")).isProblem(403, "forbidden");
        realm.assign(acme, ann, "admin");
        boss.delete(self).is(204);
        boss.get(acme.path("/teammates")).isProblem(404, "not-found");
        assertEquals(List.of(ann.username()), acme.members());
    }

    @Test
    void aTokenOfTheWorkspaceIsMarkedAtNoFurtherStatement() {
        Person bob = realm.person();
        Person eve = realm.person();
        beta.add(bob, eve);
        realm.tokens().password(bob, "openid");
        long without = clientSessionStatements(() -> realm.tokens().password(bob, "openid"));

        assertEquals(without, clientSessionStatements(() -> realm.tokens().password(bob, beta.scope())));
        assertEquals(without, clientSessionStatements(() -> realm.tokens().password(eve, UNNAMED)));
    }

    private long clientSessionStatements(Supplier<TokenReply> call) {
        server.run(Statements::start);
        call.get().bearer();
        List<String> heard = Json.texts(server.fetch(Statements::clientSessions, JsonNode.class));
        server.run(Statements::stop);
        assertFalse(heard.isEmpty(), "Keycloak stored no session");
        return heard.size();
    }

    private Reply suspend() {
        return asBoss().post(path("/suspend"), null).is(200);
    }

    private Api asBoss() {
        return realm.as(boss, "roster:manage");
    }

    private String path(String below) {
        return acme.path("/teammates/" + ann.id() + below);
    }

    private List<String> teammates(String query) {
        return asBoss().get(acme.path("/teammates" + query))
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("username");
    }

    private List<?> sessions(Person person) {
        return realm.keycloak().users().get(person.id()).getUserSessions();
    }

    private JsonNode introspected(TokenReply token) {
        return realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT)
                .introspect(token)
                .is(200)
                .json();
    }

    private static Set<String> organizations(JsonNode content) {
        return new TreeSet<>(Json.texts(content.path("organization")));
    }

    private static void refused(TokenReply token) {
        assertEquals(
                "invalid_grant",
                token.reply().is(400).json().path("error").asText(),
                token.reply().text());
    }
}
