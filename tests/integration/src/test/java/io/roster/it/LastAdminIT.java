// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** Who can run a workspace stays in it, unless Keycloak or a forcing administrator has it otherwise; then it is seen. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("REALM-2")
class LastAdminIT {

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    private Person boss;
    private Person mate;
    private Workspace acme;
    private Api people;
    private Api administrators;

    @BeforeEach
    void aWorkspaceWithOneAdmin() {
        boss = realm.person();
        mate = realm.person();
        acme = realm.workspace(boss, mate);
        realm.assign(acme, boss, "admin");
        people = realm.as(boss, "roster:manage");
        administrators = realm.asAdministrator();
    }

    @Test
    void theOnlyAdminNeitherStepsDownNorLeaves() {
        refusedWhileAlone(() -> people.put(of(boss, "/role"), Map.of("role", "consumer")), 200);
    }

    @Test
    void theOnlyAdminDoesNotLeave() {
        refusedWhileAlone(() -> people.delete(of(boss, "")), 204);
    }

    @Test
    void anAdministratorNeedsForceToLeaveNobody() {
        refusedWhileAlone(() -> administrators.post(of(boss, "/suspend"), null), 200);
        administrators
                .put(of(mate, "/role?force=perhaps"), Map.of("role", "consumer"))
                .isProblem(400, "validation");
        administrators
                .put(of(mate, "/role?force=false&force=true"), Map.of("role", "consumer"))
                .isProblem(400, "validation");
        realm.onAdminSurface(realm.tokens("admin-cli").password(boss, "openid"))
                .put(of(mate, "/role?force=perhaps"), Map.of("role", "consumer"))
                .isProblem(403, "forbidden");
        administrators.put(of(mate, "/role"), Map.of("role", "consumer")).isProblem(409, "last-admin");
        administrators
                .put(of(mate, "/role?force=true"), Map.of("role", "consumer"))
                .is(200);
        JsonNode orphan = listed();
        assertEquals("orphaned", orphan.path("administration").asText());
        assertTrue(orphan.hasNonNull("orphanedSince"), orphan.toString());
        JsonNode newest = log().get(0);
        assertEquals("workspace.orphaned", newest.path("action").asText());
        assertTrue(newest.path("after").path("forced").asBoolean(), newest.toString());
    }

    @Test
    void aPersonCannotForce() {
        people.put(of(boss, "/role?force=true"), Map.of("role", "consumer")).isProblem(409, "last-admin");
        realm.assign(acme, mate, "admin");
        people.put(of(boss, "/role?force=true"), Map.of("role", "consumer")).is(200);
    }

    @Test
    void aRoleKeepsWhatTheOnlyAdminNeeds() {
        refusedWhileAlone(() -> people.delete(acme.path("/roles/admin/permissions/security-settings.manage")), 409);
        String copy = administrators
                .post(acme.path("/roles"), Map.of("name", "Owner", "from", "admin"))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.assign(acme, mate, copy);
        people.delete(acme.path("/roles/admin/permissions/security-settings.manage"))
                .is(200);
        people.delete(acme.path("/roles/admin/permissions/teammates.manage")).is(200);
        people.delete(acme.path("/roles/admin/permissions/billing.manage")).isProblem(403, "forbidden");
    }

    @Test
    @Tag("ROLE-5")
    void aReplacementIsRefusedWhereItTakesTheLastOne() {
        String owner = administrators
                .post(acme.path("/roles"), Map.of("name", "Owner", "from", "admin"))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.assign(acme, mate, owner);
        administrators.put(of(boss, "/role"), Map.of("role", "consumer")).is(200);
        administrators.delete(acme.path("/roles/" + owner)).isProblem(409, "in-use");
        String before = server.fetch(Rows::checksum, String.class);
        administrators
                .delete(acme.path("/roles/" + owner + "?replacement=analyst"))
                .isProblem(409, "last-admin");
        administrators
                .delete(acme.path("/roles/" + owner + "?replacement=nonesuch"))
                .isProblem(400, "validation");
        assertEquals(before, server.fetch(Rows::checksum, String.class));
        administrators
                .delete(acme.path("/roles/" + owner + "?replacement=admin"))
                .is(204);
        assertEquals(
                "admin", administrators.get(of(mate, "")).json().path("role").asText());
        assertNotEquals(before, server.fetch(Rows::checksum, String.class));
    }

    @Test
    void whatKeycloakDoesIsNeverRefusedAndIsSeen() {
        assertEquals("standing", listed().path("administration").asText());
        UserRepresentation user = realm.keycloak().users().get(boss.id()).toRepresentation();
        user.setEnabled(false);
        realm.keycloak().users().get(boss.id()).update(user);
        assertEquals("orphaned", listed().path("administration").asText());
        user.setEnabled(true);
        realm.keycloak().users().get(boss.id()).update(user);
        assertEquals("standing", listed().path("administration").asText());

        String password =
                realm.keycloak().users().get(boss.id()).credentials().get(0).getId();
        realm.keycloak().users().get(boss.id()).removeCredential(password);
        assertEquals("orphaned", listed().path("administration").asText());
        // whoever can't sign in is none any more, so nothing is lost by this
        administrators.put(of(boss, "/role"), Map.of("role", "consumer")).is(200);
        realm.assign(acme, mate, "admin");
        assertEquals("standing", listed().path("administration").asText());

        acme.remove(mate);
        assertEquals("orphaned", listed().path("administration").asText());
        acme.add(mate);
        assertEquals("orphaned", listed().path("administration").asText());
        realm.assign(acme, mate, "admin");
        realm.keycloak().users().delete(mate.id()).close();
        assertEquals("orphaned", listed().path("administration").asText());
        List<String> actions = StreamSupport.stream(log().spliterator(), false)
                .map(entry -> entry.path("action").asText())
                .filter(action -> action.startsWith("workspace."))
                .toList();
        assertEquals(4, actions.stream().filter("workspace.orphaned"::equals).count(), actions.toString());
        assertEquals(3, actions.stream().filter("workspace.rescued"::equals).count(), actions.toString());
    }

    @Test
    void theRealmsContactIsWrittenTo() throws Exception {
        GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try {
            contact(mails.getSmtp().getPort());
            server.run(InServer::sweep);
            assertEquals(0, mails.getReceivedMessages().length);
            realm.keycloak().users().delete(boss.id()).close();
            mails.stop();
            server.run(InServer::sweep);
            mails.start();
            contact(mails.getSmtp().getPort());
            server.run(InServer::sweep);
            server.run(InServer::sweep);
            List<MimeMessage> received = List.of(mails.getReceivedMessages());
            assertEquals(1, received.size());
            MimeMessage mail = received.get(0);
            assertEquals("operations@example.com", mail.getAllRecipients()[0].toString());
            assertTrue(mail.getSubject().contains(acme.alias()), mail.getSubject());
            String text = GreenMailUtil.getBody(mail);
            assertTrue(text.contains(acme.alias()), text);
        } finally {
            mails.stop();
            contact(0);
        }
    }

    @Test
    void anAdministratorListsWhatTheyMayView() {
        assertTrue(administrators
                        .get("/workspaces?max=1")
                        .is(200)
                        .json()
                        .path("items")
                        .size()
                == 1);
        administrators.get("/workspaces?orphaned=perhaps").isProblem(400, "validation");
        realm.onAdminSurface(realm.tokens("admin-cli").password(mate, "openid"))
                .get("/workspaces")
                .isProblem(403, "forbidden");
    }

    private void contact(int port) {
        RealmRepresentation changed = realm.keycloak().toRepresentation();
        Map<String, String> attributes = new HashMap<>(changed.getAttributes());
        attributes.put("roster.contact-email", port == 0 ? "" : "operations@example.com");
        changed.setAttributes(attributes);
        changed.setSmtpServer(
                port == 0
                        ? Map.of()
                        : Map.of("host", "127.0.0.1", "port", String.valueOf(port), "from", "keycloak@example.com"));
        realm.keycloak().update(changed);
    }

    /** Refused with nothing changed while there is one Admin, and made when there are two. */
    private void refusedWhileAlone(Supplier<Reply> call, int made) {
        String before = server.fetch(Rows::checksum, String.class);
        call.get().isProblem(409, "last-admin");
        assertEquals(before, server.fetch(Rows::checksum, String.class));
        realm.assign(acme, mate, "admin");
        call.get().is(made);
        if (made < 300) {
            assertNotEquals(before, server.fetch(Rows::checksum, String.class));
        }
    }

    private JsonNode listed() {
        String after = "";
        do {
            JsonNode page = administrators
                    .get("/workspaces?max=500" + (after.isEmpty() ? "" : "&after=" + after))
                    .is(200)
                    .json();
            for (JsonNode one : page.path("items")) {
                if (one.path("id").asText().equals(acme.id())) {
                    return one;
                }
            }
            after = page.path("next").asText("");
        } while (!after.isEmpty());
        throw new AssertionError(acme.alias() + " isn't listed");
    }

    private JsonNode log() {
        return administrators.get(acme.path("/audit?max=50")).is(200).json().path("items");
    }

    private String of(Person person, String below) {
        return acme.path("/teammates/" + person.id() + below);
    }
}
