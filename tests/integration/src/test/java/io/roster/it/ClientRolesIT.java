// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** The permissions of the active workspace where ready-made adapters look for roles. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-2")
class ClientRolesIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private ClientRoleApps apps;
    private Person ann;
    private Workspace acme;

    @BeforeEach
    void anAnalyst() {
        apps = new ClientRoleApps(realm);
        ann = realm.person();
        acme = realm.workspace(ann);
        realm.assign(acme, ann, "analyst");
    }

    @Test
    void theRolesAreThePermissionsInTheActiveWorkspace() {
        String app = apps.app();
        Workspace beta = realm.workspace(ann);

        assertEquals(Presets.ANALYST, apps.token(app, ann, acme).roles(app));
        assertEquals(Presets.READ_ONLY, apps.token(app, ann, beta).roles(app));
        assertEquals(List.of(), realm.tokens(app).password(ann, "openid").roles(app), "two, and no word which");
        assertTrue(apps.token(app, ann, acme).claim().isMissingNode(), "this client has no claim besides");
    }

    @Test
    void theyCanBeThoseOfAnotherClient() {
        String api = apps.bare();
        String app = apps.app("roster.client=" + api);

        TokenReply token = apps.token(app, ann, acme);

        assertEquals(Presets.ANALYST, token.roles(api));
        assertEquals(List.of(), token.roles(app));
        assertEquals(
                List.of(RosterOff.ROBOT, "account"), Json.texts(token.access().path("aud")), "no audience by itself");
    }

    @Test
    void whatKeycloakPutsThereStays() {
        String app = apps.app();
        ClientResource client = realm.client(app);
        client.roles().create(new RoleRepresentation("viewer", null, false));
        realm.keycloak()
                .users()
                .get(ann.id())
                .roles()
                .clientLevel(client.toRepresentation().getId())
                .add(List.of(client.roles().get("viewer").toRepresentation()));
        List<String> both = new ArrayList<>(List.of("viewer"));
        both.addAll(Presets.ANALYST);

        TokenReply token = apps.token(app, ann, acme);

        assertEquals(both, token.roles(app));
        assertTrue(
                token.roles("account").contains("view-profile"), token.access().toString());
        assertEquals(both, ClientRoleApps.roles(app, apps.introspected(token)));
    }

    @Test
    void userinfoAndIntrospectionSayTheSame() {
        String app = apps.app("roster.budget=20");
        TokenReply small = apps.token(app, ann, acme);
        assertEquals(List.of(), small.roles(app), "they don't fit");

        assertEquals(Presets.ANALYST, ClientRoleApps.roles(app, apps.userinfo(app, small)));
        assertEquals(Presets.ANALYST, ClientRoleApps.roles(app, apps.introspected(small)));
    }

    @Test
    void theIdTokenHasThemOnlyWhereTheMapperSaysSo() {
        String without = apps.app();
        assertTrue(apps.token(without, ann, acme).id().path("resource_access").isMissingNode());
        assertEquals(Presets.ANALYST, apps.token(without, ann, acme).roles(without));

        String with = apps.app("id.token.claim=true", "access.token.claim=false");
        TokenReply token = apps.token(with, ann, acme);
        assertEquals(Presets.ANALYST, ClientRoleApps.roles(with, token.id()));
        assertEquals(List.of(), token.roles(with));
    }

    @Test
    void aServiceAccountHasNone() {
        String app = apps.app();
        ClientRepresentation client = realm.client(app).toRepresentation();
        client.setPublicClient(false);
        client.setSecret(app);
        client.setServiceAccountsEnabled(true);
        realm.client(app).update(client);

        assertEquals(
                List.of(),
                realm.tokens(app, app)
                        .serviceAccount("openid organization:" + acme.alias())
                        .roles(app));
        assertEquals(
                Presets.ANALYST,
                realm.tokens(app, app)
                        .password(ann, "openid organization:" + acme.alias())
                        .roles(app));
    }

    @Test
    void whileRosterIsOffThereAreNone() {
        String app = apps.app();
        realm.asAdministrator().post("/disable", Map.of()).is(200);
        try {
            assertEquals(List.of(), apps.token(app, ann, acme).roles(app));
        } finally {
            realm.asAdministrator().post("/enable", Map.of()).is(200);
        }
        assertEquals(Presets.ANALYST, apps.token(app, ann, acme).roles(app));
    }
}
