// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Who reads the log of a workspace, and what of it. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("AUDIT-1")
class AuditReadersIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person boss;
    private Person mate;
    private Workspace acme;
    private Api asBoss;

    @BeforeEach
    void aWorkspaceWithAnAdmin() {
        boss = realm.person();
        mate = realm.person();
        acme = realm.workspace(boss, mate);
        realm.assign(acme, boss, "admin");
        asBoss = realm.as(boss, "roster:manage");
    }

    @Test
    void anOutsiderLearnsNothingAndAPlainTeammateMayNotRead() {
        Person outsider = realm.person();
        Workspace beta = realm.workspace(outsider);
        realm.assign(beta, outsider, "admin");
        Api asOutsider = realm.as(outsider, "roster:manage");
        Reply refused = asOutsider.get(acme.path("/audit")).isProblem(404, "not-found");
        Reply random = asOutsider.get("/workspaces/no-such-one/audit").isProblem(404, "not-found");
        assertEquals(
                random.text().replace("no-such-one", acme.alias()), refused.text(), "the same but for what was asked");
        realm.as(mate, "roster:manage").get(acme.path("/audit")).isProblem(403, "forbidden");
        realm.as(boss, "roster:self").get(acme.path("/audit")).isProblem(403, "insufficient-scope");
        realm.asNobody().get(acme.path("/audit")).isProblem(401, "invalid-token");
        realm.onAdminSurface(realm.tokens().password(boss, "openid"))
                .get(acme.path("/audit"))
                .isProblem(403, "forbidden");

        List<String> ours = AuditIT.log(asBoss, acme, "").findValuesAsText("id");
        assertTrue(ours.contains(boss.id()) && !ours.contains(outsider.id()), ours.toString());
        List<String> theirs = AuditIT.log(asOutsider, beta, "").findValuesAsText("id");
        assertTrue(theirs.contains(outsider.id()) && !theirs.contains(boss.id()), theirs.toString());
    }

    @Test
    void peopleOfAWorkspaceSeeTheirOwnNamesAndAddressesAndNoneOfAdministrators() {
        realm.assign(acme, mate, "consumer");
        JsonNode byAdministrator = AuditIT.log(asBoss, acme, "?max=1").path(0);
        assertEquals("administrator", byAdministrator.path("actor").path("kind").asText());
        for (String hidden : List.of("name", "realm")) {
            assertTrue(byAdministrator.path("actor").path(hidden).isNull(), byAdministrator.toString());
        }
        assertTrue(byAdministrator.path("address").isNull()
                && byAdministrator.path("client").isNull());
        asBoss.put(acme.path("/teammates/" + mate.id() + "/role"), Map.of("role", "analyst"))
                .is(200);
        JsonNode own = AuditIT.log(asBoss, acme, "?max=1").path(0);
        assertEquals(
                "Given " + boss.username() + " Family",
                own.path("actor").path("name").asText());
        assertTrue(own.path("address").asText().matches(AuditIT.LOOPBACK), own.toString());
        assertTrue(!AuditIT.log(asBoss, acme, "").toString().contains("@example.com"));
    }

    @Test
    void anAdministratorSeesNamesOfUsersAndAddressesOnlyWithTheRightsForThem() {
        asBoss.put(acme.path("/teammates/" + mate.id() + "/role"), Map.of("role", "analyst"))
                .is(200);
        JsonNode blind = newest(realm.administrator("view-organizations"));
        assertTrue(blind.path("actor").path("name").isNull(), blind.toString());
        assertTrue(blind.path("subject").path("name").isNull(), blind.toString());
        assertTrue(blind.path("address").isNull(), blind.toString());
        JsonNode seeing = newest(realm.administrator("view-organizations", "view-users", "view-events"));
        assertEquals(
                "Given " + boss.username() + " Family",
                seeing.path("actor").path("name").asText());
        assertTrue(seeing.path("address").asText().matches(AuditIT.LOOPBACK), seeing.toString());
    }

    @Test
    void pagesHoldEveryEntryOnceNewestFirst() {
        for (String role : List.of("analyst", "consumer", "architect", "read-only")) {
            realm.assign(acme, mate, role);
        }
        List<Long> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    asBoss.get(acme.path("/audit?max=3" + after)).is(200).json();
            page.path("items").forEach(entry -> ids.add(entry.path("id").asLong()));
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        } while (after != null && ids.size() < 20);
        assertEquals(7, ids.size(), "two joined, and five got a role");
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(ids.stream().sorted((a, b) -> Long.compare(b, a)).toList(), ids);
        asBoss.get(acme.path("/audit?after=nonsense")).isProblem(400, "validation");
    }

    private JsonNode newest(Person viewer) {
        return AuditIT.log(realm.onAdminSurface(realm.tokens().password(viewer, "openid")), acme, "?max=1")
                .path(0);
    }
}
