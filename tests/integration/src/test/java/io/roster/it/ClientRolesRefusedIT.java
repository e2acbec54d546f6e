// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

/** Where permissions as roles of a client could be taken for roles that there are, they aren't written. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("CLAIM-2")
class ClientRolesRefusedIT {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "account-console",
                "admin-cli",
                "broker",
                "realm-management",
                "security-admin-console",
                "other-realm"
            })
    void keycloaksOwnClientsAreRefusedWhenTheMapperIsSaved(String client) {
        String app = apps.bare();

        assertEquals(
                "The client " + client + " is one of those whose roles give rights over Keycloak. Choose the client of"
                        + " an app.",
                apps.save(app, "roster.client=" + client));

        assertEquals(List.of(), token(app).roles(app));
        assertEquals("", apps.save(app, "roster.client=" + app));
        assertEquals(Presets.ANALYST, token(app).roles(app));
    }

    @Test
    void onSuchAClientItselfTheMapperIsRefusedToo() {
        assertTrue(apps.save("admin-cli").startsWith("The client admin-cli is one of those"));
        assertEquals("", apps.save("admin-cli", "roster.client=" + apps.bare()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"realm-management", "account", "broker"})
    void aMapperThatWasImportedWritesNothingThere(String client) {
        Person administrator = realm.administrator("view-users");
        Workspace workspace = realm.workspace(administrator);
        realm.assign(workspace, administrator, "admin");
        String app = apps.imported("roster.client=" + client);

        TokenReply token = realm.tokens(app).password(administrator, "openid organization:" + workspace.alias());

        assertTrue(
                token.roles("realm-management").contains("view-users"),
                token.access().toString());
        assertTrue(
                token.roles(client).stream().noneMatch(role -> role.contains(".")),
                token.access().toString());
        String sane = apps.imported("roster.client=" + app);
        assertEquals(Presets.ANALYST, token(sane).roles(app));
    }

    @Test
    void aMapperOfAScopeWritesNothingForKeycloaksOwnClients() {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("client-roles");
        scope.setProtocol("openid-connect");
        realm.keycloak().clientScopes().create(scope).close();
        String id = realm.keycloak().clientScopes().findAll().stream()
                .filter(known -> known.getName().equals("client-roles"))
                .findFirst()
                .orElseThrow()
                .getId();
        ProtocolMapperRepresentation mapper = ClientRoleApps.mapper();
        realm.keycloak()
                .clientScopes()
                .get(id)
                .getProtocolMappers()
                .createMapper(mapper)
                .close();
        String app = apps.bare();
        realm.client(app).addDefaultClientScope(id);
        realm.client("admin-cli").addDefaultClientScope(id);

        // out of the box its tokens are lightweight ones, and then there would be nothing either way
        ClientRepresentation cli = realm.client("admin-cli").toRepresentation();
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        realm.client("admin-cli").update(cli);

        assertEquals(List.of(), token("admin-cli").roles("admin-cli"));
        assertTrue(token("admin-cli").roles("account").contains("view-profile"));
        assertEquals(Presets.ANALYST, token(app).roles(app));
    }

    @Test
    void aRoleNamedLikeAPermissionIsRefusedWhenTheMapperIsSaved() {
        String app = apps.bare();
        role(app, "definitions.verify");

        assertEquals(
                "The client " + app + " has a role definitions.verify, which is also the key of a permission: nobody"
                        + " could tell the two apart in a token. Rename or delete the role, or choose another client.",
                apps.save(app));

        realm.client(app).roles().deleteRole("definitions.verify");
        role(app, "definitions");
        assertEquals("", apps.save(app));
        assertEquals(Presets.ANALYST, token(app).roles(app));
    }

    @Test
    void aRoleNamedLikeAPermissionThatIsMadeLaterEndsThem() {
        String app = apps.app();
        role(app, "viewer");
        assertEquals(Presets.ANALYST, token(app).roles(app));

        rename(app, "viewer", "definitions.verify");
        assertEquals(List.of(), token(app).roles(app));
        rename(app, "definitions.verify", "viewer");
        assertEquals(Presets.ANALYST, token(app).roles(app));

        role(app, "charts.run");
        assertEquals(List.of(), token(app).roles(app));
        realm.client(app).roles().deleteRole("charts.run");
        assertEquals(Presets.ANALYST, token(app).roles(app));
    }

    @Test
    void aClientThatIsNotThereIsRefused() {
        String app = apps.bare();
        String refusal = apps.save(app, "roster.client=no'such {client}");
        assertTrue(refusal.startsWith("There is no client no'such {client} in this realm. Choose one"), refusal);

        String gone = apps.bare();
        assertEquals("", apps.save(app, "roster.client=" + gone));
        assertEquals(Presets.ANALYST, token(app).roles(gone));
        realm.client(gone).remove();
        assertEquals(List.of(), token(app).roles(gone));
    }

    @Test
    void whatIsRefusedChangesNoMapperThatIsThere() {
        String app = apps.app();
        ProtocolMapperRepresentation mapper = realm.client(app).getProtocolMappers().getMappers().stream()
                .filter(known ->
                        known.getProtocolMapper().equals(ClientRoleApps.mapper().getProtocolMapper()))
                .findFirst()
                .orElseThrow();
        mapper.getConfig().put("roster.client", "realm-management");

        assertEquals(400, update(app, mapper));

        assertEquals(Presets.ANALYST, token(app).roles(app));
        mapper.getConfig().put("roster.client", app);
        assertEquals(204, update(app, mapper));
    }

    private int update(String app, ProtocolMapperRepresentation mapper) {
        try {
            realm.client(app).getProtocolMappers().update(mapper.getId(), mapper);
            return 204;
        } catch (WebApplicationException e) {
            return e.getResponse().getStatus();
        }
    }

    private TokenReply token(String app) {
        return realm.tokens(app).password(ann, "openid organization:" + acme.alias());
    }

    private void role(String app, String name) {
        realm.client(app).roles().create(new RoleRepresentation(name, null, false));
    }

    private void rename(String app, String from, String to) {
        RoleRepresentation role = realm.client(app).roles().get(from).toRepresentation();
        role.setName(to);
        realm.client(app).roles().get(from).update(role);
    }
}
