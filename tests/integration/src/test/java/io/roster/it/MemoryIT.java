// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.access.PermissionKey;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Statements;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import io.roster.workspaces.Workspaces;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.workspace.UserId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** How often tokens ask the database, counted inside the server, and that what they remember is never what is over. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-1")
class MemoryIT {

    private static final String ONLY_WORKSPACE = "openid workspace";

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    private Person ann;
    private Workspace acme;

    @BeforeEach
    void somebodyWithAWorkspace() {
        ann = realm.person();
        acme = realm.workspace(ann);
        realm.assign(acme, ann, "analyst");
    }

    @AfterEach
    void countNoMore() {
        server.run(Statements::stop);
    }

    @Test
    void aTokenThatIsRefreshedAsksNothing() {
        TokenReply first = realm.tokens().password(ann, acme.scope());
        TokenReply warm = realm.tokens().refresh(first);

        assertEquals(List.of(), statements(() -> realm.tokens().refresh(warm)));
        assertEquals(List.of(), statements(() -> realm.tokens().password(ann, acme.scope())));
        realm.tokens().password(ann, ONLY_WORKSPACE);
        assertEquals(List.of(), statements(() -> realm.tokens().password(ann, ONLY_WORKSPACE)));
        realm.assign(acme, ann, "consumer");
        assertEquals(2, ours(() -> realm.tokens().refresh(warm)), "what has changed is read again");
    }

    @Test
    void aTeammateOfAWarmWorkspaceCostsTwoStatementsWhetherTheyNameItOrNot() {
        realm.tokens().password(ann, acme.scope());
        Person bob = realm.person();
        Person eve = realm.person();
        acme.add(bob, eve);

        assertEquals(2, ours(() -> realm.tokens().password(bob, acme.scope())));
        assertEquals(2, ours(() -> realm.tokens().password(eve, ONLY_WORKSPACE)));
    }

    @Test
    void aColdWorkspaceAmongManyCostsFiveStatementsAtMost() {
        for (int i = 0; i < 12; i++) {
            realm.workspace(ann);
        }
        for (int i = 0; i < 5; i++) {
            realm.asAdministrator()
                    .post(acme.path("/roles"), Map.of("name", "Spare " + i, "from", "consumer"))
                    .is(201);
        }
        Person bob = realm.person();
        Workspace cold = realm.workspace(bob);
        acme = cold;
        long asked = ours(() -> realm.tokens().password(bob, ONLY_WORKSPACE));
        assertTrue(asked >= 1 && asked <= 5, "statements: " + asked);
    }

    @Test
    void anEditShowsInsideItsTransactionAndNowhereOnceItIsRolledBack() {
        assertTrue(realm.tokens().password(ann, acme.scope()).permissions().contains("charts.export"));
        assertFalse(exportsInsideAnEditThatIs("rolled back"), "inside");
        assertTrue(realm.tokens().password(ann, acme.scope()).permissions().contains("charts.export"));
        assertFalse(exportsInsideAnEditThatIs("committed"), "inside");
        assertFalse(realm.tokens().password(ann, acme.scope()).permissions().contains("charts.export"));
    }

    /** Takes an Analyst's permission away in a transaction of its own, and asks there what Ann may do. */
    private boolean exportsInsideAnEditThatIs(String ended) {
        String realmId = keycloakRealm.getId();
        String alias = acme.alias();
        String user = ann.id();
        return server.fetch(
                session -> {
                    try (KeycloakSession inside =
                            session.getKeycloakSessionFactory().create()) {
                        inside.getTransactionManager().begin();
                        inside.getContext().setRealm(inside.realms().getRealm(realmId));
                        Workspaces roster = inside.getProvider(Workspaces.class);
                        io.roster.workspaces.workspace.Workspace workspace =
                                roster.workspaces().named(alias);
                        roster.roles()
                                .toggle(
                                        new Caller.Server(),
                                        workspace,
                                        "analyst",
                                        new PermissionKey("charts.export"),
                                        false,
                                        Expected.any());
                        Standing standing = roster.access()
                                .in(workspace.realm(), workspace.id(), new UserId(user))
                                .orElseThrow();
                        boolean exports = standing.effective().workspace().has(1);
                        if (ended.equals("committed")) {
                            inside.getTransactionManager().commit();
                        } else {
                            inside.getTransactionManager().rollback();
                        }
                        return exports;
                    }
                },
                Boolean.class);
    }

    /** How many of the statements are ours: for somebody who is new to it Keycloak asks for memberships by itself. */
    private long ours(Supplier<TokenReply> call) {
        return statements(call).stream()
                .filter(statement -> statement.contains(" WS_"))
                .count();
    }

    /** The statements on our tables and on memberships with which a token was made, and the token has the claim. */
    private List<String> statements(Supplier<TokenReply> call) {
        server.run(Statements::start);
        TokenReply token = call.get();
        List<String> ours = Json.texts(server.fetch(Statements::ours, JsonNode.class));
        List<String> memberships = Json.texts(server.fetch(Statements::memberships, JsonNode.class));
        server.run(Statements::stop);
        assertEquals(acme.alias(), token.claim().path("alias").asText(), "the token has the claim");
        return Stream.concat(ours.stream(), memberships.stream()).toList();
    }
}
