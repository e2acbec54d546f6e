// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-1")
class ClaimFormsIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person ann;
    private Workspace acme;

    @BeforeEach
    void aTeammate() {
        realm.setMapper("roster.form", "list");
        realm.setMapper("id.token.claim", "false");
        ann = realm.person();
        acme = realm.workspace(ann);
    }

    @ParameterizedTest
    @CsvSource({"read-only,Hw", "consumer,_w", "analyst,_wc", "architect,__8f", "admin,____Aw"})
    void theBitsOfAPresetAreThoseOfItsPermissions(String preset, String bits) {
        realm.setMapper("roster.form", "bits");
        realm.assign(acme, ann, preset);

        JsonNode claim = claim();

        assertEquals(bits, claim.path("bits").asText(), claim.toString());
        assertTrue(claim.path("perms").isMissingNode(), claim.toString());
        assertEquals(preset, claim.path("role").asText());
        assertEquals(1, claim.path("cat").asInt());
    }

    @Test
    void noPermissionAtAllIsNoBits() {
        realm.setMapper("roster.form", "bits");
        realm.assign(acme, ann, "analyst");
        realm.asAdministrator()
                .put(
                        acme.path("/roles/analyst"),
                        Map.of("name", "Analyst", "description", "", "permissions", List.of(), "hidden", false))
                .is(200);

        assertEquals("", claim().path("bits").asText("missing"));
    }

    @Test
    void theRoleFormNamesTheRoleAlone() {
        realm.assign(acme, ann, "analyst");
        realm.setMapper("roster.form", "list");
        assertEquals(Presets.ANALYST, Json.texts(claim().path("perms")));

        realm.setMapper("roster.form", "role");

        JsonNode claim = claim();
        assertEquals("analyst", claim.path("role").asText());
        assertTrue(claim.path("perms").isMissingNode(), claim.toString());
        assertTrue(claim.path("bits").isMissingNode(), claim.toString());
    }

    @Test
    void theIdTokenHasTheClaimOnlyWhereTheMapperSaysSo() {
        TokenReply without = realm.tokens().password(ann, acme.scope());
        assertTrue(without.id().path(TokenReply.CLAIM).isMissingNode());
        assertEquals(acme.alias(), without.claim().path("alias").asText());

        realm.setMapper("id.token.claim", "true");

        TokenReply with = realm.tokens().password(ann, acme.scope());
        assertEquals(with.claim(), with.id().path(TokenReply.CLAIM));
        realm.setMapper("id.token.claim", "false");
    }

    private JsonNode claim() {
        return realm.tokens().password(ann, acme.scope()).claim();
    }
}
