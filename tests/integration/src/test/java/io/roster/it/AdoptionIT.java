// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOff;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.injection.LifeCycle;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** Members from before Roster was switched on are found like everybody else. */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-1")
@Tag("REALM-1")
class AdoptionIT {

    /** More than are read at once. */
    private static final int MANY = 1_100;

    @InjectRealm(config = RosterOff.class, lifecycle = LifeCycle.METHOD)
    ManagedRealm keycloakRealm;

    @InjectTestRealm(lifecycle = LifeCycle.METHOD)
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    @Test
    void howeverManyWereMembersBeforeAreTeammatesAndFound() {
        Workspace acme = realm.workspace();
        Workspace beta = realm.workspace(realm.person());
        String organization = acme.id();
        server.run(session -> {
            OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
            RealmModel home = session.getContext().getRealm();
            for (int i = 0; i < MANY; i++) {
                UserModel user = session.users().addUser(home, "member" + i);
                user.setLastName("Number" + i);
                organizations.addMember(organizations.getById(organization), user);
            }
        });

        assertEquals(MANY + 1, enable().path("teammates").asInt());

        JsonNode counts = server.fetch(Rows::count, JsonNode.class);
        assertEquals(MANY, found(acme, "member"));
        assertEquals(MANY, found(acme, "number"));
        assertEquals(1, found(acme, "number" + (MANY - 1)));
        assertEquals(0, found(beta, "number"));
        assertEquals(0, enable().path("teammates").asInt());
        assertEquals(counts, server.fetch(Rows::count, JsonNode.class));
    }

    /** Whoever became a teammate when nothing was copied yet is found after switching on once more. */
    @Test
    void whatWasNeverCopiedIsCopied() {
        Person ann = realm.person();
        Workspace acme = realm.workspace(ann);
        enable();
        String user = ann.id();
        server.run(session -> {
            EntityManager database =
                    session.getProvider(JpaConnectionProvider.class).getEntityManager();
            for (String statement : List.of(
                    "delete from WS_MEMBER_WORD where USER_ID = :user",
                    "update WS_MEMBER set SORT_EMAIL = '', COPY_DIGEST = '' where USER_ID = :user")) {
                database.createNativeQuery(statement).setParameter("user", user).executeUpdate();
            }
        });
        assertEquals(0, found(acme, ann.username()));

        assertEquals(0, enable().path("teammates").asInt());

        assertEquals(1, found(acme, ann.username()));
    }

    private JsonNode enable() {
        return realm.asAdministrator().post("/enable", Map.of()).is(200).json();
    }

    private int found(Workspace workspace, String search) {
        Api admin = realm.asAdministrator();
        int found = 0;
        String after = "";
        while (after != null) {
            JsonNode page = admin.get(workspace.path("/teammates?max=500&search=" + search + after))
                    .is(200)
                    .json();
            found += page.path("items").size();
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        }
        return found;
    }
}
