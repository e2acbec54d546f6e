// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** What an app can do for itself, with a token of its client and no person behind it. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("SCIM-6")
class ServiceAccountsIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person ann;
    private Workspace acme;
    private String robot;
    private Api asRobot;

    @BeforeEach
    void aWorkspaceAndAnUnboundClientWithAToken() {
        ann = realm.person();
        acme = realm.workspace(ann);
        robot = realm.robot();
        asRobot = realm.asClient(robot, robot, "roster:self roster:manage");
    }

    @Test
    void aBoundOneReadsRolesAndNothingThatNeedsAPersonsPermission() {
        realm.bind(robot, acme);

        assertEquals(
                5, asRobot.get(acme.path("/roles")).is(200).json().path("items").size());
        asRobot.get(acme.path("/roles/analyst")).is(200);
        for (Reply refused : new Reply[] {
            asRobot.get(acme.path("/teammates")),
            asRobot.get(acme.path("/teammates/" + ann.id())),
            asRobot.delete(acme.path("/roles/analyst/permissions/charts.run")),
            asRobot.get(acme.path("/me"))
        }) {
            refused.isProblem(403, "forbidden");
            assertTrue(refused.text().contains("no permissions of a person"), refused.text());
        }
        assertEquals(
                "read-only",
                realm.as(ann, "roster:self")
                        .get(acme.path("/me"))
                        .is(200)
                        .json()
                        .path("role")
                        .asText());
    }

    @Test
    void itsScopesCountLikeAnybodysElse() {
        realm.bind(robot, acme);
        Api checking = realm.asClient(robot, robot, "roster:check");
        checking.get(acme.path("/roles")).isProblem(403, "insufficient-scope");
        realm.asClient(robot, robot, "profile").get(acme.path("/roles")).isProblem(401, "invalid-token");
        asRobot.get(acme.path("/roles")).is(200);
    }

    @Test
    void aBindingCountsFromTheNextCallOnAndNoLongerThanItIsThere() {
        Workspace beta = realm.workspace();
        asRobot.get(acme.path("/roles")).isProblem(404, "not-found");
        realm.bind(robot, acme);
        asRobot.get(acme.path("/roles")).is(200);
        asRobot.get(beta.path("/roles")).isProblem(404, "not-found");
        realm.bind(robot, beta);
        asRobot.get(acme.path("/roles")).isProblem(404, "not-found");
        asRobot.get(beta.path("/roles")).is(200);
        realm.asAdministrator().put("/bindings/" + robot, Map.of("all", true)).is(200);
        Workspace later = realm.workspace();
        for (Workspace workspace : new Workspace[] {acme, beta, later}) {
            asRobot.get(workspace.path("/roles")).is(200);
        }
        asRobot.get("/workspaces/nowhere/roles").isProblem(404, "not-found");
        realm.asAdministrator().delete("/bindings/" + robot).is(204);
        asRobot.get(later.path("/roles")).isProblem(404, "not-found");
    }

    @Test
    void aBindingIsOneClientsAlone() {
        realm.bind(robot, acme);
        String another = realm.robot();
        realm.asClient(another, another, "roster:manage")
                .get(acme.path("/roles"))
                .isProblem(404, "not-found");
        asRobot.get(acme.path("/roles")).is(200);
    }

    @Test
    void aDisabledOrganizationHasNobodyInside() {
        realm.bind(robot, acme);
        asRobot.get(acme.path("/roles")).is(200);
        OrganizationRepresentation organization =
                realm.keycloak().organizations().get(acme.id()).toRepresentation();
        organization.setEnabled(false);
        realm.keycloak().organizations().get(acme.id()).update(organization).close();
        asRobot.get(acme.path("/roles")).isProblem(404, "not-found");
        organization.setEnabled(true);
        realm.keycloak().organizations().get(acme.id()).update(organization).close();
        asRobot.get(acme.path("/roles")).is(200);
    }

    @Test
    void anAttributeOfTheClientBindsNothingNorDoesAMembership() {
        ClientRepresentation client = realm.client(robot).toRepresentation();
        for (String attribute : new String[] {"roster.workspaces", "roster.all", "roster.binding", "workspaces"}) {
            client.getAttributes().put(attribute, acme.alias());
        }
        realm.client(robot).update(client);
        UserRepresentation account = realm.client(robot).getServiceAccountUser();
        acme.add(new Person(account.getId(), account.getUsername()));

        asRobot.get(acme.path("/roles")).isProblem(404, "not-found");
        asRobot.get(acme.path("/me")).isProblem(404, "not-found");
        realm.asAdministrator().get(acme.path("/teammates/" + account.getId())).isProblem(404, "not-found");
        realm.bind(robot, acme);
        asRobot.get(acme.path("/roles")).is(200);
    }

    @Test
    void whatAnotherClientGotInExchangeIsStillTheAccountOfTheFirst() {
        String exchanger = realm.robot();
        ClientRepresentation client = realm.client(exchanger).toRepresentation();
        client.getAttributes().put("standard.token.exchange.enabled", "true");
        realm.client(exchanger).update(client);
        realm.audience(robot, exchanger);
        TokenReply own = realm.tokens(robot, robot).serviceAccount("roster:manage");
        TokenReply exchanged = realm.tokens(exchanger, exchanger).exchange(own, "roster:manage");
        assertEquals(exchanger, exchanged.access().path("azp").asText());
        Api asExchanged = realm.onPeopleSurface(exchanged);

        realm.bind(exchanger, acme);
        asExchanged.get(acme.path("/roles")).isProblem(404, "not-found");
        realm.bind(robot, acme);
        asExchanged.get(acme.path("/roles")).is(200);
    }

    @Test
    void itsTokenHasNoClaimWhereverItIsBound() {
        realm.bind(robot, acme);
        TokenReply token = realm.tokens(robot, robot).serviceAccount("workspace organization:" + acme.alias());
        assertTrue(token.claim().isMissingNode(), token.access().toString());
        assertEquals(
                "read-only",
                realm.tokens().password(ann, acme.scope()).claim().path("role").asText());
    }
}
