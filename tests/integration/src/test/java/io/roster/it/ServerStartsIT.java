// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

@KeycloakIntegrationTest(config = RosterServer.class)
class ServerStartsIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    @Test
    void theServerStartsWithRosterAndAnswersForTheRealm() {
        new Api(realm.url(), null).get("").is(200);
    }

    @Test
    void anOrganizationTakesAMember() {
        Person ann = realm.person();

        Workspace acme = realm.workspace(ann);

        assertEquals(List.of(ann.username()), acme.members());
    }

    @Test
    void aPersonSignsInByPassword() {
        Person ann = realm.person();

        assertEquals(
                ann.id(),
                realm.tokens().password(ann, "openid").access().path("sub").asText());
    }

    @Test
    void theDatabaseIsTheOneThatThisRunIsFor() {
        String wanted = "postgres".equals(System.getProperty("roster.it.database")) ? "PostgreSQL" : "H2";
        assertEquals(wanted, server.fetch(Rows::database, String.class));
    }
}
