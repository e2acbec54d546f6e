// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.claims.PermissionCatalogue;
import io.roster.claims.WorkspaceClaim;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** What an app reads with the client library is what the server meant, in every form. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-1")
class ClaimsClientIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @ParameterizedTest
    @ValueSource(strings = {"list", "bits"})
    void theClientReadsWhatTheServerWrote(String form) {
        realm.setMapper("roster.form", form);
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        realm.assign(acme, ann, "admin");

        WorkspaceClaim claim = read(ann, acme);

        assertEquals(acme.alias(), claim.alias().orElseThrow());
        assertEquals("admin", claim.role().orElseThrow());
        assertFalse(claim.mustAsk());
        assertFalse(claim.isNewerThanCatalogue());
        assertEquals(26, claim.permissions().size());
        assertTrue(claim.allows("billing.manage"));
        assertEquals(Set.of("main"), claim.projects());
        assertTrue(claim.inProject("main").allows("charts.run"));
        assertFalse(claim.inProject("main").allows("billing.manage"), "it is about the account");
        assertTrue(claim.inProject("web").mustAsk());
        assertFalse(claim.inProject("web").allows("charts.run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "bits"})
    void whatDidNotFitIsNotThereUntilItIsAskedFor(String form) {
        realm.setMapper("roster.form", form);
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        assertTrue(read(ann, acme).allows("charts.run"));
        realm.setMapper("roster.budget", "100");
        try {
            WorkspaceClaim claim = read(ann, acme);
            assertTrue(claim.mustAsk());
            assertFalse(claim.allows("charts.run"));
            assertTrue(claim.inProject("main").mustAsk());
        } finally {
            realm.setMapper("roster.budget", "2048");
        }
    }

    private WorkspaceClaim read(Person person, Workspace workspace) {
        PermissionCatalogue catalogue = PermissionCatalogue.of(
                Json.map(realm.asNobody().get("/catalogue").is(200).json()));
        return WorkspaceClaim.of(
                Json.map(realm.tokens().password(person, workspace.scope()).claim()), catalogue);
    }
}
